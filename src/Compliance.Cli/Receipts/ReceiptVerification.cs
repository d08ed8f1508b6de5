using System.CommandLine;
using Compliance.Core.Assessments;
using Compliance.Reporting;

namespace Compliance.Cli.Receipts;

/// <summary>
/// <c>ready --verify FILE</c>: whether a receipt is as it was written, still good, and of the policy and estate as they are now. The
/// first thing that speaks against it is the answer.
/// </summary>
internal sealed class ReceiptVerification(Terminal terminal, InventoryInput inventory)
{
    /// <param name="request">what the receipt must be for; null members for anything</param>
    public async Task<ReceiptAnswer> RunAsync(ParseResult parsed, ReceiptRequest request, CancellationToken cancellation)
    {
        var reading = ReceiptFile.Parse(Bytes(request.File));
        if (reading.IsAltered)
        {
            return ReceiptAnswer.NotValid($"{request.File} was altered: {reading.Fault}.");
        }

        var receipt = reading.Receipt ?? throw new UsageException($"{request.File} is not a receipt: {reading.Fault}.");
        using var key = request.KeyFile is { } file ? KeyFile.ReadPublic(file) : null;
        if ((ReceiptChecks.Signature(receipt, key) ?? ReceiptChecks.Verdict(receipt) ?? ReceiptChecks.Purpose(receipt, request.Change, request.Node)
            ?? ReceiptChecks.Time(receipt, request.Now)) is { } answer)
        {
            return answer;
        }

        var signed = receipt.Signature is not { } signature ? "not signed"
            : key is null ? $"signed by {signature.KeyName}, which nobody checked: give --verify-key"
            : $"signed by {signature.KeyName}";
        var good = $"GO {ReceiptChecks.About(receipt)} until {ReceiptChecks.InWords(receipt.Validity.Until!.Value)}; {signed}.";
        if (request.PolicyFolder is not { } folder)
        {
            return ReceiptAnswer.Valid($"{good} Only the receipt itself was verified: --policy and --inventory or --url tell whether anything moved since.");
        }

        if (PolicyInput.Load(folder, [], terminal) is not { } policy)
        {
            return new ReceiptAnswer(ExitCode.BadInput, string.Empty);
        }

        return ReceiptChecks.Policy(receipt, policy.Repository.Digest)
            ?? await EstateAsync(parsed, receipt, policy, good, cancellation).ConfigureAwait(false);
    }

    private async Task<ReceiptAnswer> EstateAsync(ParseResult parsed, Receipt receipt, PolicyInput policy, string good, CancellationToken cancellation)
    {
        if (!inventory.IsGiven(parsed))
        {
            return ReceiptAnswer.Valid($"{good} The policy is the same; --inventory or --url tells whether the estate moved since.");
        }

        var asked = policy.Rules.Before(receipt.Request.Change);
        var now = await inventory.ReadAsync(parsed, asked, policy.Repository.Policy, terminal, cancellation).ConfigureAwait(false);
        return ReceiptChecks.Estate(receipt, now, RelevantDigests.Of(asked, now, receipt.Request))
            ?? ReceiptAnswer.Valid($"{good} Policy and estate are as they were, by the inventory of {ReceiptChecks.InWords(now.CollectedAt)}.");
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read the receipt {path}: {fault.Message}");
        }
    }
}
