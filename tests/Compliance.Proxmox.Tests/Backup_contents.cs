using System.Text;
using Compliance.Core.Model;
using Compliance.LoopbackProxmox;

namespace Compliance.Proxmox.Tests;

public sealed class Backup_contents
{
    private const string Storage = "/nodes/pve1/storage/local-backup";

    [SkippableFact]
    public async Task Snapshot_tells_whether_it_is_encrypted_and_verified_and_a_file_does_not()
    {
        await using var rig = await Rig.StartAsync(Rig.Recorded("compliant"));
        rig.Server.Override(Storage + "/prunebackups?prune-backups=keep-all%3D1", Json(
            """
            [{"volid":"local-backup:backup/vm/100/2026-11-21T20:00:02Z","vmid":100,"type":"qemu","ctime":1795291202,"mark":"keep"},
             {"volid":"local-backup:backup/vm/100/2026-11-22T20:00:02Z","vmid":"100","type":"qemu","ctime":1795377602,"mark":"keep"},
             {"volid":"local-backup:backup/ct/101/2026-11-21T20:00:02Z","vmid":101,"type":"lxc","ctime":1795291202,"mark":"keep"},
             {"volid":"local-backup:backup/vzdump-qemu-102-2026_11_22-21_00_02.vma.zst","vmid":102,"type":"qemu","ctime":1795377602,"mark":"keep"}]
            """));
        rig.Server.Override(Storage + "/content?content=backup", Json(
            """
            [{"volid":"local-backup:backup/vm/100/2026-11-21T20:00:02Z","size":"1","format":"pbs-vm","encrypted":"1","verification":{"state":"failed"}},
             {"volid":"local-backup:backup/vm/100/2026-11-22T20:00:02Z","size":4096,"format":"pbs-vm","encrypted":"ab:cd","verification":{"state":"ok","upid":"UPID:pbs"}},
             {"volid":"local-backup:backup/ct/101/2026-11-21T20:00:02Z","size":4096,"format":"pbs-ct"},
             {"volid":"local-backup:backup/vzdump-qemu-102-2026_11_22-21_00_02.vma.zst","size":4096,"format":"vma.zst"}]
            """));

        var points = (await rig.CollectAsync("plus")).Backups.Single(b => b.Storage == "local-backup").Points.Value;

        points.Select(p => p.Pbs).Should().Equal(new PbsProof(true, "failed"), new PbsProof(true, "ok"), new PbsProof(false, null), null);
        points.Select(p => p.Size.Value).Should().Equal(1, 4096, 4096, 4096);
    }

    private static Fault Json(string rows) => new() { Body = Encoding.UTF8.GetBytes($$"""{"data":{{rows}}}""") };
}
