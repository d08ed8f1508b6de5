using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.HostArchives;

/// <summary>
/// What is proved of the archives of one node's own configuration. An archive that is good, young and complete proves that there is one,
/// wherever others may lie hidden; that there is none is proved only when every declared place was read.
/// </summary>
public sealed class HostArchiveFacts
{
    private readonly TierFacts? tier;
    private readonly NodeArchives archives;
    private readonly RequiredPaths? required;
    private readonly LiveConfigurations live;
    private readonly Func<HostArchiveSource, Observed<bool>> isApart;
    private readonly DateTimeOffset asOf;

    internal HostArchiveFacts(TierFacts? tier, NodeArchives archives, RequiredPaths? required, LiveConfigurations live, Func<HostArchiveSource, Observed<bool>> isApart, DateTimeOffset asOf)
    {
        this.tier = tier;
        this.archives = archives;
        this.required = required;
        this.live = live;
        this.isApart = isApart;
        this.asOf = asOf;
    }

    /// <summary>Whether the policy names places where an archive of this node must be.</summary>
    public bool IsWanted => tier is not null;

    /// <summary>The longest time that may lie between two archives; zero when none is wanted, or on demand only.</summary>
    public TimeSpan LongestGap => tier?.LongestGap ?? TimeSpan.Zero;

    /// <summary><c>good</c> when one is, whatever the others are; <c>undeclared</c>, <c>missing</c> or <c>damaged</c> else.</summary>
    public Observed<string> State => !IsWanted ? Observation.Known("undeclared")
        : archives.Good.Count > 0 ? Observation.Known("good")
        : archives.Hidden is { } gap ? Observation.Unreadable<string>(gap)
        : Observation.Known(archives.Damaged.Count > 0 ? "damaged" : "missing");

    /// <summary>The newest good one; known and null when there is none. Unreadable when a hidden one may be the one that counts.</summary>
    public Observed<HostArchive?> Newest
    {
        get
        {
            var newest = archives.Good.Count > 0 ? archives.Good[0].Archive : null;
            return archives.Hidden is { } gap && (newest is null || !IsYoung(newest))
                ? Observation.Unreadable<HostArchive?>(gap)
                : Observation.Known(newest);
        }
    }

    /// <summary>Whether all good ones are older than the tier's schedule and grace allow; false when there is none.</summary>
    public Observed<bool> IsStale => archives.Good.Any(one => IsYoung(one.Archive)) ? Observation.Known(false)
        : archives.Hidden is { } gap ? Observation.Unreadable<bool>(gap)
        : Observation.Known(archives.Good.Count > 0);

    /// <summary>
    /// What the newest good one lacks, sorted; empty when some young one lacks nothing, and when there is none at all.
    /// </summary>
    public Observed<ImmutableArray<string>> PathsMissing
    {
        get
        {
            if (required is null)
            {
                return Observation.Known(ImmutableArray<string>.Empty);
            }

            var judged = archives.Good.Where((one, index) => index == 0 || IsYoung(one.Archive)).Select(one => required.MissingIn(one.Archive)).ToList();
            return judged.Find(missing => missing.IsKnown && missing.Value.IsEmpty)
                ?? (archives.Hidden is { } gap ? Observation.Unreadable<ImmutableArray<string>>(gap) : null)
                ?? judged.Find(missing => !missing.IsKnown)
                ?? (judged.Count > 0 ? judged[0] : Observation.Known(ImmutableArray<string>.Empty));
        }
    }

    /// <summary>How old the newest good one is; known and null when there is none.</summary>
    public Observed<TimeSpan?> Age => Newest.Select(newest => newest is null ? (TimeSpan?)null : asOf > newest.TakenAt ? asOf - newest.TakenAt : TimeSpan.Zero);

    /// <summary>What of the configuration is not what the newest good one holds; none when there is none. See <see cref="LiveConfigurations"/>.</summary>
    public Observed<ImmutableArray<string>> ChangedSince
        => Newest.Then(newest => newest is null ? Observation.Known(ImmutableArray<string>.Empty) : live.ChangedSince(newest));

    /// <summary>Damaged ones that are newer than every good one, newest first, each with its fault. Unreadable when none is seen but some may be.</summary>
    public Observed<ImmutableArray<string>> Damage
    {
        get
        {
            var since = archives.Good.Count > 0 ? archives.Good[0].Archive.TakenAt : DateTimeOffset.MinValue;
            var found = archives.Damaged.Where(one => one.Archive.TakenAt > since).Select(one => $"{one.Archive.Name}: {one.Archive.Reason}").ToImmutableArray();
            return Observation.Found(found, archives.Hidden);
        }
    }

    /// <summary>Whether a good one lies on another disk than the node's own system. False when all are on it, and when there is none.</summary>
    public Observed<bool> IsApart
    {
        get
        {
            var judged = archives.Good.Select(one => one.Place).Distinct().Select(isApart).ToList();
            return judged.Find(apart => apart is { IsKnown: true, Value: true })
                ?? judged.Find(apart => !apart.IsKnown)
                ?? (archives.Hidden is { } gap ? Observation.Unreadable<bool>(gap) : Observation.Known(false));
        }
    }

    private bool IsYoung(HostArchive archive) => tier is not { IsScheduled: true } || asOf - archive.TakenAt <= tier.LongestGap;
}
