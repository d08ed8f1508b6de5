using System.Collections.Immutable;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Facts.Schedules;
using Compliance.Core.Model;

namespace Compliance.SampleMonth;

/// <summary>What jobs make and prune as time passes: restore points, tasks and their logs.</summary>
internal sealed class BackupLife
{
    // Each guest takes a minute; the job needs a second or two between them, as the recorded nodes do.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(61);

    private readonly List<RestorePoint> points = [];

    public IReadOnlyList<RestorePoint> Points => points;

    /// <summary>Oldest first.</summary>
    public List<TaskState> Tasks { get; } = [];

    public Dictionary<string, ImmutableArray<string>> Logs { get; } = new(StringComparer.Ordinal);

    /// <summary>Points nobody prunes are there from the beginning.</summary>
    public void Begin(IEnumerable<RestorePoint> isProtected) => points.AddRange(isProtected);

    /// <summary>Runs what the enabled jobs are due for, from one moment to the next.</summary>
    /// <param name="inventory">configuration of the time in between</param>
    /// <param name="after">excluded</param>
    /// <param name="until">included</param>
    public void Run(Inventory inventory, NightScript night, DateTimeOffset after, DateTimeOffset until)
    {
        var due = inventory.Jobs.Rows.Where(job => job.IsEnabled)
            .SelectMany(job => CalendarEvent.Parse(job.Schedule!).Event!.Firings(TimeZoneInfo.Utc, after.AddSeconds(1), until).Select(at => (Job: job, At: at)));
        foreach (var (job, at) in due.OrderBy(run => run.At).ThenBy(run => run.Job.Id, StringComparer.Ordinal))
        {
            RunJob(inventory, night, job, at);
        }
    }

    private void RunJob(Inventory inventory, NightScript night, JobState job, DateTimeOffset at)
    {
        var node = job.Node ?? inventory.Nodes.Rows[0].Name;
        var storage = inventory.Storages.Rows.Single(row => row.Id == job.Storage);
        if (night.Unmounted == storage.Id)
        {
            var error = RunText.NotMounted(storage);
            Note(node, at, at.AddSeconds(2), error, [$"TASK ERROR: {error}"]);
            return;
        }

        var (lines, isGood, start) = (new List<string> { RunText.Started(job) }, true, at + First);
        foreach (var guest in job.Included.Value)
        {
            if (night.Fails.FirstOrDefault(fail => fail.Job == job.Id && fail.Guest == guest.VmId) is { } fail)
            {
                lines.AddRange(RunText.Failed(guest.Type, guest.VmId, start, fail.Error, job.Mode!));
                isGood = false;
            }
            else
            {
                var archive = RunText.Archive(guest.Type, guest.VmId, start, job.Compress);
                lines.AddRange(RunText.Saved(guest.Type, guest.VmId, start, $"{storage.Path}/dump/{archive}", job.Mode!));
                Save(inventory, storage, guest, start, archive);
                Prune(guest, storage, job);
            }

            start += Each;
        }

        lines.AddRange(RunText.Ended(isGood));
        Note(node, at, start, isGood ? "OK" : "job errors", [.. lines]);
    }

    private void Save(Inventory inventory, StorageState storage, IncludedGuest guest, DateTimeOffset at, string archive) => points.Add(new RestorePoint
    {
        VolumeId = $"{storage.Id}:backup/{archive}",
        VmId = guest.VmId,
        Type = guest.Type,
        CreatedAt = at,
        Size = Observation.Unreadable<long>(new Gap(
            $"/nodes/{inventory.Nodes.Rows[0].Name}/storage/{storage.Id}/content",
            "the list is filtered silently",
            $"Datastore.AllocateSpace on /storage/{storage.Id} and VM.Backup on /vms")),
    });

    private void Prune(IncludedGuest guest, StorageState storage, JobState job)
    {
        var keep = KeepOptions.Parse(job.PruneBackups ?? storage.PruneBackups ?? "keep-all=1").Options!;
        var group = points.Where(point => point.VmId == guest.VmId && point.StorageId == storage.Id).ToList();
        var marks = PruneAlgorithm.Mark([.. group.Select(point => new PruneCandidate(point.CreatedAt, point.IsProtected))], keep, TimeZoneInfo.Utc);
        foreach (var (place, mark) in marks.Index().Where(entry => entry.Item == PruneMark.Remove))
        {
            points.Remove(group[place]);
        }
    }

    private void Note(string node, DateTimeOffset at, DateTimeOffset ended, string status, ImmutableArray<string> lines)
    {
        var upid = RunText.Upid(node, at);
        Tasks.Add(new TaskState(upid, "vzdump", null, at, ended, "root@pam", status));
        Logs.Add(upid, lines);
    }
}
