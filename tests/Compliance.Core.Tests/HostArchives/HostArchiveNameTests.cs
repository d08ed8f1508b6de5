using Compliance.Core.Facts.HostArchives;
using CsCheck;

namespace Compliance.Core.Tests.HostArchives;

public sealed class HostArchiveNameTests
{
    [Fact]
    public void A_name_tells_node_and_time()
        => HostArchiveName.Parse("pve-host-pve-01-20261123T201500Z.tar.zst")
            .Should().Be(new HostArchiveName("pve-01", new DateTimeOffset(2026, 11, 23, 20, 15, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("pve-host-pve1-20261323T201500Z.tar.zst")]
    [InlineData("pve-host--20261123T201500Z.tar.zst")]
    [InlineData("pve-host-pve1-20261123T201500Z.tar.zst.part")]
    [InlineData("pve-host-pve1-20261123T201500Z.tar.zst\n")]
    [InlineData("pve-host-../../x-20261123T201500Z.tar.zst")]
    [InlineData("proxmoxconfig.2026-11-23.tar.gz")]
    [InlineData("")]
    public void Other_names_are_not_ours(string name) => HostArchiveName.Parse(name).Should().BeNull();

    [Fact]
    public void A_printed_name_reads_back()
        => Gen.Select(Gen.String[Gen.Char["abz019"], 1, 20], Gen.Int[0, 2_000_000_000], (node, seconds) => new HostArchiveName(node, DateTimeOffset.FromUnixTimeSeconds(seconds)))
            .Sample(name => HostArchiveName.Parse(name.ToString()) == name);
}
