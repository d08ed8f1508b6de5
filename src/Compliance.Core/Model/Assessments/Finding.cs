using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A Fail or Unknown on the live state. All text is plain; names from outside are untrusted.</summary>
public sealed record Finding
{
    /// <summary>Such as <c>BKP104</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>The fault's stable name, such as <c>guest-not-backed-up</c>.</summary>
    public required string Fault { get; init; }

    public required string Title { get; init; }

    public required Subject Subject { get; init; }

    /// <summary><see cref="Model.Verdict.Fail"/> or <see cref="Model.Verdict.Unknown"/>.</summary>
    public required Verdict Verdict { get; init; }

    public required Severity Severity { get; init; }

    public required string Message { get; init; }

    public string? Expected { get; init; }

    public string? Actual { get; init; }

    /// <summary>For Fail: the parts of the rule that decided, where expected and actual do not tell it all; otherwise empty.</summary>
    public ImmutableArray<Reason> Because { get; init; } = [];

    /// <summary>For Unknown: what could not be read.</summary>
    public ImmutableArray<Gap> Missing { get; init; } = [];

    public required ImmutableArray<string> Clauses { get; init; }

    public required string Why { get; init; }

    /// <summary>Where the policy asks for it.</summary>
    public Place? Policy { get; init; }

    /// <summary>Where the live value stands.</summary>
    public LivePlace? Live { get; init; }

    /// <summary>The levels the live value is looked for in, in Proxmox's order; empty for what is not inherited.</summary>
    public ImmutableArray<OriginLevel> Origins { get; init; } = [];

    /// <summary>The command or step that puts it right.</summary>
    public string? Fix { get; init; }

    /// <summary>Who accepts it for now; null when nobody does. Only a Fail has one: nobody knows what of an Unknown would be accepted.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>How it stands to the baseline; null without one.</summary>
    public Drift? Drift { get; init; }

    /// <summary>How it stands to the runs before; null without a history.</summary>
    public LedgerEntry? History { get; init; }

    /// <summary>Same rule, subject and field: the same finding, whatever its wording. Hex, 16 characters.</summary>
    public required string Fingerprint { get; init; }
}
