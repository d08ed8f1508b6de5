using Compliance.Core.Facts.Configurations;
using CsCheck;

namespace Compliance.Core.Tests.Configurations;

/// <summary>What the vectors do not hold.</summary>
public sealed class ConfigurationTests
{
    private static string? Text(ConfigurationReading reading, string id, string key)
        => reading.Entries.Single(e => e.Id == id).Values.GetValueOrDefault(key) switch
        {
            ConfigurationValue.Text text => text.Value,
            ConfigurationValue.Number number => number.Value.ToString(null, null),
            ConfigurationValue.Items items => string.Join('|', items.Values),
            ConfigurationValue.Parts parts => string.Join('|', parts.Values.Keys),
            _ => null,
        };

    [Theory]
    [InlineData("disable yes", "disable", null)]
    [InlineData("disable 1", "disable", "1")]
    [InlineData("nodes pve1,-bad", "nodes", null)]
    [InlineData("nodes pve2,pve1;pve1", "nodes", "pve1,pve2")]
    [InlineData("content backup,nonsense", "content", "images,rootdir")]
    [InlineData("max-protected-backups -2", "max-protected-backups", null)]
    [InlineData("bwlimit default=1000", "bwlimit", "default=1000")]
    [InlineData("bwlimit sometimes=1000", "bwlimit", null)]
    [InlineData("format qcow2", "format", "qcow2")]
    public void Value_that_is_not_understood_is_as_if_it_were_not_there(string line, string key, string? value)
    {
        var reading = StorageConfiguration.Parse($"dir: d1\n\tpath /mnt/d1\n\t{line}\n");

        Text(reading, "d1", key).Should().Be(value);
        (value is null || value == "images,rootdir").Should().Be(reading.Warnings.Length > 0);
    }

    [Theory]
    [InlineData("/mnt//d1/./x/", "/mnt/d1/x")]
    [InlineData("/mnt/d1", "/mnt/d1")]
    public void Path_of_a_directory_is_canonical(string written, string path)
        => Text(StorageConfiguration.Parse($"DIR: d1\n\tpath {written}\n"), "d1", "path").Should().Be(path);

    [Theory]
    [InlineData("dir: d1\n\tcontent backup\n", "missing value for required option 'path'")]
    [InlineData("dir: d1\n\tpath /mnt/d 1\n", "illegal path")]
    [InlineData("lvmthin: d1\n\tvgname pve\n\tthinpool data\n\tcontent backup\n", "does not support content type 'none'")]
    public void Storage_that_is_dropped_is_a_fault_of_the_whole_list(string text, string fault)
    {
        var reading = StorageConfiguration.Parse(text);

        reading.Fault.Should().Contain("storage 'd1'").And.Contain(fault);
        reading.Entries.Select(e => e.Id).Should().Equal("local");
    }

    [Fact]
    public void Storage_mounted_by_Proxmox_has_a_path_without_saying()
        => Text(StorageConfiguration.Parse("cifs: nas\n\tserver nas.example\n\tshare backup\n"), "nas", "path").Should().Be("/mnt/pve/nas");

    [Fact]
    public void Local_is_on_every_node()
    {
        var reading = StorageConfiguration.Parse("dir: local\n\tpath /var/lib/vz\n\tcontent iso\n\tnodes pve1\n");

        reading.Entries.Single().Values.Should().NotContainKey("nodes").And.NotContainKey("priority");
        Text(reading, "local", "content").Should().Be("iso");
    }

    [Fact]
    public void Comments_are_passed_over_and_the_rest_is_warned_of()
    {
        var reading = StorageConfiguration.Parse("# a comment\ndir: d1\n\tpath /mnt/d1\n  # another\n\tshared 0\n\tshared 1\nnot indented\n\n\tlost line\n");

        Text(reading, "d1", "shared").Should().Be("0");
        reading.Warnings.Should().HaveCount(3);
        reading.Warnings[0].Should().Be("section 'd1': unable to parse value of 'shared': duplicate attribute");
    }

    [Fact]
    public void Later_section_of_the_same_name_stands()
        => Text(StorageConfiguration.Parse("dir: d1\n\tpath /mnt/one\n\ndir: d1\n\tpath /mnt/two\n"), "d1", "path").Should().Be("/mnt/two");

    [Theory]
    [InlineData("prune-backups keep-all=1", "prune-backups", "keep-all")]
    [InlineData("prune-backups keep-all=0,keep-last=3", "prune-backups", "keep-last")]
    [InlineData("exclude-path /tmp/*\n\texclude-path /var/log", "exclude-path", "/tmp/*|/var/log")]
    [InlineData("comment caf%C3%A9 100%", "comment", "café 100%")]
    [InlineData("compress best", "compress", null)]
    [InlineData("vmid 100;101 110", "vmid", "100;101 110")]
    [InlineData("vmid 42", "vmid", null)]
    [InlineData("fleecing enabled=0", "fleecing", "enabled")]
    [InlineData("performance max-workers=1000", "performance", null)]
    public void Job_settings_have_the_shapes_of_the_API(string lines, string key, string? value)
        => Text(JobConfiguration.Parse($"vzdump: b\n\tschedule daily\n\t{lines}\n"), "b", key).Should().Be(value);

    [Fact]
    public void Job_without_a_schedule_that_can_be_read_is_gone()
    {
        var reading = JobConfiguration.Parse("vzdump: b\n\tschedule whenever\n\tall 1\n\nvzdump: c\n\tschedule 21:00\n");

        reading.Entries.Select(e => e.Id).Should().Equal("c");
        reading.Warnings.Should().HaveCount(3).And.OnlyContain(w => w.Contains('b'));
    }

    [Theory]
    [InlineData("0 7 * * 6,0 root /usr/bin/vzdump 100 101 --mode=stop --quiet", "sat,sun", "07:00", "100,101")]
    [InlineData("5 23 * * fri-mon root vzdump --vmid '100 101'", "", "23:05", "100 101")]
    public void Legacy_line_is_read(string line, string dow, string start, string vmid)
    {
        var reading = CronConfiguration.Parse($"PATH=\"/usr/bin\"\n# old\n\n{line}\n");

        var id = reading.Entries.Single().Id;
        (Text(reading, id, "dow"), Text(reading, id, "starttime"), Text(reading, id, "vmid")).Should().Be((dow, start, vmid));
        reading.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("5 23 * * daily root vzdump --all 1")]
    [InlineData("5 23 * * 1 root vzdump --everything 1")]
    [InlineData("5 23 * * 1 root vzdump --all perhaps")]
    [InlineData("5 23 * * 1 root vzdump --storage 'nas")]
    [InlineData("5 23 1 * 1 root vzdump --all 1")]
    [InlineData("rubbish")]
    public void Legacy_line_that_is_no_job_is_a_warning(string line)
    {
        var reading = CronConfiguration.Parse(line);

        reading.Entries.Should().BeEmpty();
        reading.Warnings.Should().ContainSingle();
    }

    [Fact]
    public void No_text_makes_a_reader_throw()
    {
        string[] parts = ["dir: ", "d1", "local", "\n", "\n\n", "\t", " ", "path", "/mnt", "content", "backup", "none", ",", "=", "content-dirs", "nodes", "format", "raw",
            "prune-backups", "keep-last", "1", "vzdump: ", "schedule", "fleecing", "comment", "%C3", "%", "\r", "#", "0 1 * * ", "root vzdump", "--", "'", "\\", "lvm: ", "\0", "\uD800"];
        Gen.Int[0, parts.Length - 1].Array[0, 40].Sample(picks =>
        {
            var text = string.Concat(picks.Select(i => parts[i]));
            StorageConfiguration.Parse(text).Entries.Should().Contain(e => e.Id == "local");
            JobConfiguration.Parse(text);
            CronConfiguration.Parse(text);
        }, iter: 3000);
    }
}
