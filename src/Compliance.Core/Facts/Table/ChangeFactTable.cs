using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using static Compliance.Core.Facts.Table.FactTable;

namespace Compliance.Core.Facts.Table;

/// <summary>Facts of what changed since an earlier inventory, and whether records explain it.</summary>
internal static class ChangeFactTable
{
    private const string Why = "it changed, and why no record explains that: none speaks of it, or what they say under from: and to: does not lead from what it was to what it is; absent when it did not change, or is explained";

    private static readonly ImmutableArray<FactSource> Existence = [.. FactSources.Jobs, .. FactSources.Storage];
    private static readonly ImmutableArray<FactSource> Target = [.. FactSources.Policy, .. FactSources.JobTarget, .. FactSources.Selection, .. FactSources.Nodes];
    private static readonly ImmutableArray<FactSource> Schedule = [.. FactSources.Policy, .. Existence];

    public static void Declare()
    {
        EstateGroup.Flag("hasPrevious", "an earlier inventory was given to compare with", FactSources.Policy, e => e.Changes.HasPrevious);

        ComparedGroup.Word("kind", FactWords.Compared, "which of the two it is", FactSources.Policy, c => c.Kind);
        ComparedGroup.Text("id", "what a record names as its subject", FactSources.Policy, c => c.Subject.Id);
        ComparedGroup.Flag("wasThere", "the earlier inventory has it; false without one", Existence, c => c.WasThere);
        ComparedGroup.Flag("isThere", "the inventory that is judged has it", Existence, c => c.IsThere).At(c => Place(c, "id"));

        ComparedGroup.Text("targetBefore", "where the backups of the job went", Target, c => c.Target.Before);
        ComparedGroup.Text("targetNow", "where they go", Target, c => c.Target.Now).At(c => Place(c, "storage"));
        ComparedGroup.OptionalText("undocumentedTarget", Why, Target, c => c.Target.Undocumented).At(c => Place(c, "storage"));
        ComparedGroup.Text("retentionBefore", "what a run of the job pruned by, wherever it was set; of a storage, what it set itself", Target, c => c.Retention.Before);
        ComparedGroup.Text("retentionNow", "the same as it is", Target, c => c.Retention.Now).At(c => Place(c, "prune-backups"));
        ComparedGroup.OptionalText("undocumentedRetention", Why, Target, c => c.Retention.Undocumented).At(c => Place(c, "prune-backups"));
        ComparedGroup.Text("scheduleBefore", "when the job ran, and whether it was enabled: 02:30, enabled", Schedule, c => c.Schedule.Before);
        ComparedGroup.Text("scheduleNow", "the same as it is", Schedule, c => c.Schedule.Now).At(c => Place(c, "schedule"));
        ComparedGroup.OptionalText("undocumentedSchedule", Why, Schedule, c => c.Schedule.Undocumented).At(c => Place(c, "schedule"));
    }

    // Of those that may be hidden only the list is known.
    private static LivePlace Place(ComparedFacts compared, string field)
    {
        var list = compared.Kind == "job" ? "/cluster/backup" : "/storage";
        return new(compared.Subject.Kind == SubjectKind.Estate ? list : $"{list}/{compared.Subject.Id[(compared.Subject.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]}", field);
    }
}
