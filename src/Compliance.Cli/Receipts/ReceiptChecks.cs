using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Compliance.Core.Assessments;
using Compliance.Core.Model;
using Compliance.Reporting;

namespace Compliance.Cli.Receipts;

/// <summary>The single questions about a receipt; each answers null when nothing speaks against it.</summary>
internal static class ReceiptChecks
{
    public static ReceiptAnswer? Verdict(Receipt receipt) => receipt.Outcome == ReadinessOutcome.Go
        ? null
        : ReceiptAnswer.NotValid($"it says {(receipt.Outcome == ReadinessOutcome.NoGo ? "NO-GO" : "UNKNOWN")} {About(receipt)}: it opens nothing.");

    /// <param name="change">the change that is about to be made; null when nobody said</param>
    public static ReceiptAnswer? Purpose(Receipt receipt, ChangeKind? change, string? node)
        => (change is { } wanted && wanted != receipt.Request.Change) || (node is not null && receipt.Request.Node is { } judged && judged != node)
            ? ReceiptAnswer.NotValid($"it is {About(receipt)}, and nothing else.")
            : null;

    /// <param name="key">who must have signed it; null when anybody, or nobody, may</param>
    public static ReceiptAnswer? Signature(Receipt receipt, ECDsa? key) => (key, receipt.Signature) switch
    {
        (null, _) => null,
        (_, null) => ReceiptAnswer.NotValid("nobody signed it, and --verify-key asks for a signature."),
        var (wanted, made) => made.IsBy(wanted) ? null : ReceiptAnswer.NotValid($"another key signed it: {made.KeyName}."),
    };

    public static ReceiptAnswer? Time(Receipt receipt, DateTimeOffset now)
        => receipt.AsOf > now ? ReceiptAnswer.NotValid($"it is as of {InWords(receipt.AsOf)}, and it is {InWords(now)} only: a clock is wrong, or somebody is early.")
            : receipt.Validity.Until is not { } until || now >= until
                ? ReceiptAnswer.NotValid($"it expired at {InWords(receipt.Validity.Until ?? receipt.AsOf)} ({UntrustedText.Visible(receipt.Validity.Because)}): ask ready again.")
                : null;

    public static ReceiptAnswer? Policy(Receipt receipt, string digest) => receipt.Policy.Digest == digest
        ? null
        : ReceiptAnswer.NotValid("the policy changed since, or records or waivers with it: ask ready again.");

    public static ReceiptAnswer? Estate(Receipt receipt, Inventory now, ImmutableArray<DigestPart> digests)
    {
        if (now.Name != receipt.Estate.Name)
        {
            return ReceiptAnswer.NotValid($"it is of {UntrustedText.Visible(receipt.Estate.Name)}, and this is {UntrustedText.Visible(now.Name)}.");
        }

        if (now.CollectedAt < receipt.Estate.CollectedAt)
        {
            return ReceiptAnswer.Unknown($"the inventory is of {InWords(now.CollectedAt)}, before the receipt's: collect it again.");
        }

        var changes = DigestComparison.Of(receipt.Digests, digests);
        var certain = changes.Where(change => change.IsCertain).ToList();
        return certain.Count > 0 ? ReceiptAnswer.NotValid($"the estate moved since: {InWords(certain)}. Ask ready again.")
            : changes.Length > 0 ? ReceiptAnswer.Unknown($"nobody can tell whether the estate moved: {InWords(changes)}. pve-compliance doctor says what to grant.")
            : null;
    }

    /// <summary>What it is about: <c>for an upgrade of pve1</c>.</summary>
    public static string About(Receipt receipt) => ReadinessQuestion.Of(receipt.Request, receipt.Estate.Name);

    public static string InWords(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string InWords(IEnumerable<DigestChange> changes)
        => string.Join("; ", changes.Select(change => $"{UntrustedText.Visible(change.Part)}: {UntrustedText.Visible(change.What)}"));
}
