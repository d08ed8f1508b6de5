using Compliance.Core.Model;

namespace Compliance.Cli.Tests.Facts;

/// <summary>Evidence about the sample estates that no sample has: a restore test of tier 1, a log review of the only node, an attestation.</summary>
internal static class SampleEvidence
{
    public static readonly RestoreTest Test = new()
    {
        Tier = Said(1),
        Guest = Said("qemu/110"),
        VolumeId = Said("local-backup:backup/vzdump-qemu-110-2026_11_19-02_30_01.vma.zst"),
        RestoredTo = Said(9110),
        Started = Said(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)),
        Finished = Said(new DateTimeOffset(2026, 11, 20, 9, 40, 0, TimeSpan.Zero)),
        Checks = [new RestoreCheck("boot", true, default), new RestoreCheck("service", true, default)],
        By = Said("anna"),
        DocumentedIn = [Said("session-notes")],
        Place = new Place("evidence/tests.yaml", 2, 5, 9, 1),
    };

    public static readonly EvidenceRecords Records = new()
    {
        RestoreTests = [Test],
        LogReviews =
        [
            new LogReview
            {
                Of = Said("node/pve1"),
                Reviewed = Said(new DateTimeOffset(2026, 11, 21, 18, 0, 0, TimeSpan.Zero)),
                By = Said("anna"),
                Found = Said("nothing"),
                Place = default,
            },
        ],
        Attestations =
        [
            new Attestation
            {
                Clause = Said("RB-82"),
                Statement = Said("the key is kept in the secrets manager"),
                Owner = Said("anna"),
                Made = Said(new DateOnly(2026, 11, 1)),
                Expires = Said(new DateOnly(2026, 11, 30)),
                Place = default,
            },
        ],
    };

    /// <summary>A restore task that bears <see cref="Test"/> out, as a row of an inventory.</summary>
    public const string Task = """
        {"upid": "UPID:pve1:00012345:00123456:6AFFF000:qmrestore:9110:root@pam:", "type": "qmrestore", "vmId": 9110,
         "startedAt": "2026-11-20T09:02:00Z", "endedAt": "2026-11-20T09:09:00Z", "user": "root@pam", "status": "OK"}
        """;

    private static Placed<T> Said<T>(T value) => new(value, default);
}
