using Compliance.Core.Facts.Guests;
using CsCheck;

namespace Compliance.Core.Tests.Guests;

public sealed class AgentSettingTests
{
    [Theory]
    [InlineData(null, false, false)]
    [InlineData("", false, false)]
    [InlineData("0", false, false)]
    [InlineData("1", true, true)]
    [InlineData("enabled=1,fstrim_cloned_disks=1", true, true)]
    [InlineData("enabled=1,,", true, true)]
    [InlineData("TRUE", true, true)]
    [InlineData("0,type=virtio", false, false)]
    [InlineData("type=virtio", false, false)]
    [InlineData("1,freeze-fs=0", true, false)]
    [InlineData("1,guest-fsfreeze=0", true, false)]
    [InlineData("1,freeze-fs=1,freeze-fs-on-backup=0", true, false)]
    public void Agent_and_freezing_are_read_as_Proxmox_does(string? text, bool isEnabled, bool freezes)
    {
        var setting = AgentSetting.Parse(text);
        setting.IsEnabled.Should().Be(isEnabled);
        setting.FreezesOnBackup.Should().Be(freezes);
        setting.Text.Should().Be(text);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("enabled=1,foo=1")]
    [InlineData("enabled=1,type=usb")]
    [InlineData("enabled=1,enabled=1")]
    [InlineData("1,freeze-fs-on-backup=0,freeze-fs=1")]
    [InlineData("enabled=")]
    [InlineData("=1")]
    [InlineData("enabled=maybe")]
    public void One_bad_part_disables_the_agent(string text)
        => AgentSetting.Parse(text).IsEnabled.Should().BeFalse();

    [Fact]
    public void Any_text_is_read()
        => Gen.String[Gen.Char["01,=enabldfrztypsoio- "], 0, 30].Sample(text =>
        {
            var setting = AgentSetting.Parse(text);
            return setting.Text == text && (setting.IsEnabled || (!setting.FreezesOnBackup && setting.Type is null));
        });
}
