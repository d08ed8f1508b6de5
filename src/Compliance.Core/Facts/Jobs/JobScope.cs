namespace Compliance.Core.Facts.Jobs;

/// <summary>The keys of a backup job that say which guests it saves, as the API returned them; null where absent.</summary>
public sealed record JobScope
{
    /// <summary><c>all</c>.</summary>
    public bool All { get; init; }

    /// <summary><c>exclude</c>: a list of ids, which counts only together with <see cref="All"/>.</summary>
    public string? Exclude { get; init; }

    /// <summary><c>vmid</c>: a list of ids, as in <c>"100;101 110"</c>.</summary>
    public string? Vmid { get; init; }

    /// <summary><c>pool</c>: one pool; nested pools are pools of their own.</summary>
    public string? Pool { get; init; }

    /// <summary><c>node</c>: the job runs there only.</summary>
    public string? Node { get; init; }
}
