using Compliance.Core.Model;

namespace Compliance.Cli.Receipts;

/// <summary>What a receipt is held against.</summary>
/// <param name="Now">the moment it must be good at</param>
/// <param name="Change">what it must be for; null for anything</param>
/// <param name="Node">the node it must be for; null for any</param>
/// <param name="KeyFile">the public key that must have signed it; null for any or none</param>
/// <param name="PolicyFolder">the policy that must be the same; null when nobody asks</param>
internal sealed record ReceiptRequest(string File, DateTimeOffset Now, ChangeKind? Change, string? Node, string? KeyFile, string? PolicyFolder);
