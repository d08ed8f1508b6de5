using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>
/// A finding or a problem at the line of ours that it is about, for the formats that forges show in a review. Its text is visible
/// already (<see cref="UntrustedText"/>) and shortened; a format adds its own escaping and nothing else.
/// </summary>
internal sealed record Annotation
{
    public required AnnotationKind Kind { get; init; }

    /// <summary>Id of the rule, or code of the problem; one of <see cref="AnnotatedRun.Rules"/>.</summary>
    public required string Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>In a file of the source repository.</summary>
    public required Place Place { get; init; }

    /// <summary>What it is about, as <c>qemu/101 (ca01)</c>; null for problems of files.</summary>
    public string? Subject { get; init; }

    public SubjectKind? SubjectKind { get; init; }

    /// <summary>One line, subject included.</summary>
    public required string Message { get; init; }

    /// <summary>Lines below it: expected, live value, what is missing, the fix.</summary>
    public ImmutableArray<string> Details { get; init; } = [];

    /// <summary>A change of that file which puts it right, and what it does; null when a person must decide.</summary>
    public (Place Place, string Text, string Description)? Edit { get; init; }

    /// <summary>Where the live value stands, and what it is; null when it stands nowhere.</summary>
    public string? Live { get; init; }

    /// <summary>Who accepts it, until when and why; null when nobody does.</summary>
    public string? Waived { get; init; }

    /// <summary>The reason stands beside what it is about, and not in a record of its own.</summary>
    public bool IsWaivedInSource { get; init; }

    /// <summary>Null without a baseline.</summary>
    public Drift? Drift { get; init; }

    /// <summary>Stable while rule and subject are the same; unique in its run.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Shown, but accepted: by a waiver, or a fail by the baseline. What could not be judged nobody accepts.</summary>
    public bool IsAccepted => Waived is not null || this is { Kind: AnnotationKind.Fail, Drift: Core.Model.Drift.Unchanged };
}
