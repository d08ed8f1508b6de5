using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads an entry of <c>restore-tests:</c>.</summary>
internal static class RestoreTestReader
{
    private static readonly ValueReader<Placed<bool>?> Result = Values.OneOf(("ok", true), ("failed", false));

    public static RestoreTest? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "restore test", field) is not { } fields)
        {
            return null;
        }

        var tier = fields.Required("tier", Values.Integer(0, 9), "Write the tier it speaks for, such as tier: 1.");
        var guest = fields.Required("guest", Values.Of(TextForms.GuestId), "Name the guest whose backup was restored, such as guest: qemu/101.");
        var volume = fields.Required("volid", Values.Of(TextForms.VolumeId), "Name the archive, such as volid: local-backup:backup/vzdump-qemu-101-2026_11_22-01_00_00.vma.zst.");
        var target = fields.Required("restored-to", Values.Integer(100, 999999999), "Write the new vmid, such as restored-to: 9101.");
        var host = fields.Optional("host", Values.Of(TextForms.HostName));
        var started = fields.Required("started", Values.Moment, "Write when it began, with its zone.");
        var finished = fields.Required("finished", Values.Moment, "Write when it was over, with its zone.");
        var checks = fields.Required("checks", Checks, "Write what was verified, such as checks: { boot: ok, service: ok }.");
        var by = fields.Required("by", Values.Text, "Write who did it.");
        var documented = fields.List("documented-in", Values.Of(TextForms.Slug));
        fields.Close();
        if (started is { } from && finished is { } to && to.Value < from.Value)
        {
            field.Report(ProblemCodes.DatesReversed, to.Place, "the test is finished before it is started", "Correct one of the two moments.");
        }

        return tier is null || guest is null || volume is null || target is null || started is null || finished is null || by is null || checks.IsDefaultOrEmpty
            ? null
            : new RestoreTest
            {
                Tier = tier.Value,
                Guest = guest.Value,
                VolumeId = volume.Value,
                RestoredTo = target.Value,
                Host = host,
                Started = started.Value,
                Finished = finished.Value,
                Checks = checks,
                By = by.Value,
                DocumentedIn = documented,
                Place = fields.Place,
            };
    }

    private static ImmutableArray<RestoreCheck> Checks(YamlNode node, Field field)
    {
        if (node is not YamlMapping mapping)
        {
            Values.ReportType(node, field, "what was verified, with its results below it");
            return [];
        }

        if (mapping.Entries.IsEmpty)
        {
            field.Report(ProblemCodes.Empty, mapping.Place, "nothing was verified", "Write what was, such as boot: ok.");
        }

        return
        [
            .. mapping.Entries
                .Select(entry => (entry.Key, Result: Result(entry.Value, new Field(entry.Key.Value, field.Problems))))
                .Where(check => check.Result is not null)
                .Select(check => new RestoreCheck(check.Key.Value, check.Result!.Value.Value, check.Key.Place)),
        ];
    }
}
