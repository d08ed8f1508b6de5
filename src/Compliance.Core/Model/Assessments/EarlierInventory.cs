namespace Compliance.Core.Model;

/// <summary>The inventory that this one was compared with.</summary>
/// <param name="Name">of the estate, as its inventory has it; untrusted text</param>
public sealed record EarlierInventory(string Name, DateTimeOffset CollectedAt);
