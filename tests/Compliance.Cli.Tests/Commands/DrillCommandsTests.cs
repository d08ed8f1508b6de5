using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary>The commands of a restore test, run by a shell on which the tools of Proxmox only write down how they were called.</summary>
public sealed class DrillCommandsTests
{
    private const string Clean = "boot: order=scsi0\nide2: none,media=cdrom\nnet0: virtio=BC:24:11:00:00:01,bridge=vmbr0\nnet12: e1000=BC:24:11:00:00:02,bridge=vmbr1\n"
        + "hostpci0: 0000:01:00.0\nrng0: source=/dev/urandom\nscsi0: local-lvm:vm-9001-disk-0,size=16G\nscsi1: /dev/disk/by-id/ata-X,size=1T\nserial0: socket\nserial1: /dev/ttyS0\n"
        + "usb0: host=1234:5678\nvirtiofs0: dirid=share\nhookscript: local:snippets/x.sh\nivshmem: size=32,name=shared\nargs: -device x\nnetwork: no key of ours\ndescription: net0: not a key\n";

    private const string Container = "arch: amd64\ndev0: /dev/dri/card0\nmp0: /srv/zones,mp=/srv/zones\nmp1: local-lvm:vm-9001-disk-1,mp=/data,size=10G\nnet0: name=eth0,bridge=vmbr0\nrootfs: local-lvm:vm-9001-disk-0,size=8G\n";

    [SkippableFact]
    public async Task A_copy_loses_its_network_and_the_hosts_devices_before_it_starts()
    {
        var calls = await RunAsync("100", Clean);
        calls.Should().Equal(
            "pvesh get /cluster/nextid --vmid 9001",
            "qmrestore local-backup:backup/vzdump-qemu-100-2026_11_23-01_00_02.vma.zst 9001 --storage local-lvm --unique 1",
            "qm set 9001 --onboot 0 --protection 0 --tags restore-test",
            "qm set 9001 --delete net0",
            "qm set 9001 --delete net12",
            "qm set 9001 --delete hostpci0",
            "qm set 9001 --delete scsi1",
            "qm set 9001 --delete serial1",
            "qm set 9001 --delete usb0",
            "qm set 9001 --delete virtiofs0",
            "qm set 9001 --delete hookscript",
            "qm set 9001 --delete ivshmem",
            "qm set 9001 --delete args",
            "qm start 9001",
            "qm agent 9001 ping",
            "qm stop 9001",
            "qm destroy 9001 --purge 1");
    }

    [SkippableFact]
    public async Task A_container_loses_what_it_would_share_with_its_original()
    {
        var calls = await RunAsync("101", Container);
        calls.Should().Equal(
            "pvesh get /cluster/nextid --vmid 9001",
            "pct restore 9001 local-backup:backup/vzdump-lxc-101-2026_11_23-01_01_03.tar.zst --storage local-lvm --unique 1",
            "pct set 9001 --onboot 0 --protection 0 --tags restore-test",
            "pct set 9001 --delete dev0",
            "pct set 9001 --delete mp0",
            "pct set 9001 --delete net0",
            "pct start 9001",
            "pct enter 9001",
            "pct stop 9001",
            "pct destroy 9001 --purge 1");
    }

    [SkippableTheory]
    [InlineData("pvesh")]
    [InlineData("qmrestore")]
    public async Task Whoever_has_the_number_already_is_left_alone(string refuses)
    {
        var calls = await RunAsync("100", Clean + "tags: production\n", refuses);
        calls.Should().HaveCount(refuses == "pvesh" ? 2 : 3).And.OnlyContain(call => call.StartsWith("pvesh ") || call.StartsWith("qmrestore ") || call == "qm agent 9001 ping");
    }

    [SkippableTheory]
    [InlineData("100", "net0: virtio=BC:24:11:00:00:01,bridge=vmbr0\n")]
    [InlineData("100", "virtiofs3: dirid=share\n")]
    [InlineData("100", "sata1: file=/dev/sdb\n")]
    [InlineData("101", "mp3: volume=/srv/x,mp=/x\n")]
    [InlineData("101", "lxc.net.0.type: veth\n")]
    public async Task What_cannot_be_taken_away_keeps_it_from_starting(string guest, string line)
    {
        var calls = await RunAsync(guest, line, "set --delete");
        calls.Should().NotContain(call => call.Contains(" start ", StringComparison.Ordinal)).And.Contain(call => call.EndsWith(" destroy 9001 --purge 1", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_name_from_outside_stays_a_name()
    {
        const string Odd = "a'$(touch owned);`b`";
        using var estate = new DrillEstate();
        foreach (var point in estate.Points.Where(point => (int?)point!["vmId"] == 100))
        {
            point!["volumeId"] = ((string)point["volumeId"]!).Replace("local-backup:", $"{Odd}:", StringComparison.Ordinal);
        }

        var calls = await RunAsync(estate, "100", Clean, refuses: "");
        calls[1].Should().Be($"qmrestore {Odd}:backup/vzdump-qemu-100-2026_11_23-01_00_02.vma.zst 9001 --storage local-lvm --unique 1");
        File.Exists(estate.PathOf("owned")).Should().BeFalse();
    }

    private static async Task<List<string>> RunAsync(string guest, string config, string refuses = "")
    {
        using var estate = new DrillEstate();
        return await RunAsync(estate, guest, config, refuses);
    }

    /// <summary>Runs all commands one after the other, whatever each of them answers, as somebody does who pastes them.</summary>
    private static async Task<List<string>> RunAsync(DrillEstate estate, string guest, string config, string refuses)
    {
        Skip.IfNot(File.Exists("/bin/bash"), "the commands are those of a shell");
        var steps = (await estate.TierAsync(0, "--guest", guest))["drill"]!["steps"]!.AsArray().Select(step => (string)step!["command"]!);
        await File.WriteAllTextAsync(estate.PathOf("config"), config);
        var tools = Directory.CreateDirectory(estate.PathOf("tools")).FullName;
        foreach (var tool in (string[])["pvesh", "qmrestore", "qm", "pct"])
        {
            var file = Path.Combine(tools, tool);
            await File.WriteAllTextAsync(file, Fake);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        using var shell = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", string.Join('\n', steps)])
        {
            WorkingDirectory = estate.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = $"{tools}:/usr/bin:/bin", ["REFUSES"] = refuses },
        })!;
        var errors = shell.StandardError.ReadToEndAsync();
        await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        (await errors).Should().BeEmpty();
        return [.. await File.ReadAllLinesAsync(estate.PathOf("calls"))];
    }

    // Keeps the configuration in a file as qm and pct do: a tag that is set, a key that is deleted.
    private const string Fake = """
        #!/bin/bash
        tool=$(basename "$0")
        if [ "$2" != "9001" ] && [ "$1" = config ]; then exit 2; fi
        if [ "$1" = config ]; then cat config; exit 0; fi
        echo "$tool $*" >> calls
        if [ "$tool" = "$REFUSES" ] || { [ "$1" = restore ] && [ "$REFUSES" = qmrestore ]; }; then exit 255; fi
        if [ "$1" = set ] && [ "$3" = --delete ]; then
          [ "$REFUSES" = "set --delete" ] || sed -i "/^$4: /d" config
        elif [ "$1" = set ]; then
          sed -i '/^tags: /d' config; echo "tags: ${@: -1}" >> config
        fi
        """;
}
