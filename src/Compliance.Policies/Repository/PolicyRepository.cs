using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Everything people write for the product, read and free of errors.</summary>
public sealed record PolicyRepository
{
    public required Policy Policy { get; init; }

    /// <summary>The repository's own rules, by file name.</summary>
    public required ImmutableArray<RuleSource> Rules { get; init; }

    /// <summary>In the order they are written; empty when there is no such file.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>Whom runs tell; null when there is no such file.</summary>
    public NoticeSettings? Notices { get; init; }

    /// <summary>What people recorded.</summary>
    public required EvidenceRecords Evidence { get; init; }

    /// <summary>
    /// <c>sha256:</c> and hexadecimal digits, over names and contents of all files that take part in judging; not of the notifications. Line ends and a byte order
    /// mark do not change it; anything else does.
    /// </summary>
    public required string Digest { get; init; }

    /// <summary>The text of those files, by name.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }
}
