using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>
/// What <c>ready</c> leaves behind: the answer, what it rests on and how long it is good for, as <c>schemas/receipt.schema.json</c>
/// describes. All texts are untrusted, most of all after somebody handed the file around.
/// </summary>
public sealed record Receipt
{
    /// <summary>The version of the file this record is written as.</summary>
    public const int CurrentVersion = 1;

    public required ReadinessOutcome Outcome { get; init; }

    public required ReadinessRequest Request { get; init; }

    /// <summary>The moment that was judged.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required ReadinessValidity Validity { get; init; }

    /// <summary>Of the program that judged.</summary>
    public required string ToolVersion { get; init; }

    public required ReceiptPolicy Policy { get; init; }

    public required ReceiptEstate Estate { get; init; }

    /// <summary>Everything that was asked, by rule id.</summary>
    public required ImmutableArray<ReceiptRule> Rules { get; init; }

    public required ImmutableArray<ReceiptFinding> Blocking { get; init; }

    public required ImmutableArray<ReceiptWaived> Waived { get; init; }

    /// <summary>Waivers that are in the way themselves.</summary>
    public required ImmutableArray<ReceiptNote> WaiverProblems { get; init; }

    /// <summary>Rules that the policy turns off, with its reason.</summary>
    public required ImmutableArray<ReceiptNote> Disabled { get; init; }

    /// <summary>What must not move while the receipt is to hold.</summary>
    public required ImmutableArray<DigestPart> Digests { get; init; }

    /// <summary>Null when nobody signed it.</summary>
    public ReceiptSignature? Signature { get; init; }

    /// <summary>The receipt of an answer, unsigned.</summary>
    public static Receipt Of(Readiness readiness)
    {
        ArgumentNullException.ThrowIfNull(readiness);
        return new Receipt
        {
            Outcome = readiness.Outcome,
            Request = readiness.Request,
            AsOf = readiness.AsOf,
            Validity = readiness.Validity,
            ToolVersion = typeof(Receipt).Assembly.GetName().Version!.ToString(3),
            Policy = new ReceiptPolicy(readiness.Policy.Name, readiness.Policy.Version, readiness.Policy.Digest),
            Estate = new ReceiptEstate(readiness.Estate.Name, readiness.Estate.CollectedAt, readiness.Estate.Digest),
            Rules = [.. readiness.Items.Select(item => new ReceiptRule(item.Rule, item.Verdict ?? Verdict.NotApplicable, item.Judged, item.Waived))],
            Blocking = [.. readiness.Blocking.Select(found => new ReceiptFinding(found.Rule, found.Subject.Id, found.Verdict, found.Fingerprint, found.Message))],
            Waived = [.. readiness.Waived.Select(found => new ReceiptWaived(found.Rule, found.Subject.Id, found.Fingerprint, found.Waiver!.Owner.Value, found.Waiver.Expires.Value))],
            WaiverProblems = [.. readiness.WaiverProblems.Where(problem => problem.Severity == Severity.Error).Select(problem => new ReceiptNote(problem.Waiver.Rule.Value, problem.Message))],
            Disabled = [.. readiness.Disabled.Select(off => new ReceiptNote(off.Id, off.Reason))],
            Digests = readiness.Digests,
        };
    }
}
