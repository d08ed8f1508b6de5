using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The words of the lineage, in the picture and beside it.</summary>
internal static class LineageWords
{
    public static string Title(LineageGroup group) => group.Guests is [var only]
        ? only.Id
        : $"{Words.Count(group.Guests.Length, "guest")} of {Tier(group)}";

    /// <summary>The names, and of one guest its tier.</summary>
    public static string Names(LineageGroup group) => group.Guests is [var only]
        ? string.Join(" · ", new[] { only.Name, Tier(group) }.OfType<string>())
        : string.Join(", ", group.Guests.Select(guest => guest.Name ?? guest.Id));

    public static string Tier(LineageGroup group) => group.Tier is { } level ? $"tier {level}" : "no tier";

    /// <summary><c>dir · guests and backups</c>.</summary>
    public static string Of(LineageStorage storage)
        => string.Join(" · ", new[] { storage.Type, Holds(storage) }.OfType<string>());

    public static string Holds(LineageStorage storage) => storage switch
    {
        { HoldsData: true, HoldsBackups: true } => "guests and backups",
        { HoldsBackups: true } => "backups",
        _ => "guests",
    };

    public static string Of(LineageGround ground) => ground switch
    {
        { Kind: LineageGroundKind.Unknown, IsShared: true } => $"under {ground.Name}: shared",
        { Kind: LineageGroundKind.Unknown } => $"under {ground.Name}",
        { IsShared: true } => "SHARED by guests and backups",
        { Kind: LineageGroundKind.Machine } => "another machine",
        _ => "disk",
    };

    public static string Of(LineageUse use) => use switch
    {
        LineageUse.Data => "volumes",
        LineageUse.Backups => "backups",
        LineageUse.Wanted => "wanted, but no job writes there",
        _ => throw new ArgumentOutOfRangeException(nameof(use)),
    };

    public static string Class(LineageUse use) => use switch
    {
        LineageUse.Data => "data",
        LineageUse.Backups => "backups",
        LineageUse.Wanted => "wanted",
        _ => throw new ArgumentOutOfRangeException(nameof(use)),
    };

    public static string Class(LineageProof proof, LineageGroundKind ground) => (proof, ground) switch
    {
        (_, LineageGroundKind.Unknown) => "doubted",
        (LineageProof.Inferred, _) => "inferred",
        _ => "proved",
    };

    /// <summary>How it is known what a storage lies on, or why it is not.</summary>
    public static string Proof(LineageStorage storage) => storage.Proof == LineageProof.Unknown
        ? $"not known: {UntrustedText.Shortened(string.Join("; ", storage.Gaps), Limits.Value)}"
        : UntrustedText.Shortened(storage.How, Limits.Value);

    public static string Of(LineageSharing sharing, LineageNode node)
    {
        var (data, backups) = (Name(node.Storages[sharing.Data].Name), Name(node.Storages[sharing.Backups].Name));
        return (sharing.IsShared, sharing.Data == sharing.Backups) switch
        {
            (true, true) => $"{data} holds guests and backups: what kills it takes both.",
            (true, _) => $"{data}, where guests lie, and {backups}, where backups go, share {UntrustedText.Shortened(sharing.What, Limits.Value)}{(sharing.IsInferred ? " (inferred)" : "")}: what kills it takes both.",
            _ => $"Nobody can say whether {data}, where guests lie, and {backups}, where backups go, share a disk: {UntrustedText.Shortened(string.Join("; ", sharing.Gaps), Limits.Value)}.",
        };
    }

    private static string Name(string name) => UntrustedText.Shortened(name, Limits.Name);
}
