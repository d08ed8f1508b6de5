using Compliance.Cli.Tests.Commands;
using Compliance.Cli.Tests.Facts;
using Compliance.Core.Model;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Mutations;

/// <summary>One change of the compliant estate, by somebody or something.</summary>
/// <param name="Name">what happened, for people</param>
internal sealed record Mutation(string Name)
{
    /// <summary>Values of the inventory that are other ones, in JSON, by path.</summary>
    public (string Path, string Value)[] Set { get; init; } = [];

    public (string Path, string Value)[] Add { get; init; } = [];

    public string[] Remove { get; init; } = [];

    /// <summary>A text of the inventory file that reads otherwise, such as a line of a node's report.</summary>
    public (string Old, string New)? Text { get; init; }

    /// <summary>How much later somebody looks.</summary>
    public TimeSpan Later { get; init; }

    public override string ToString() => Name;

    /// <summary>The estate after it.</summary>
    public Inventory Apply()
    {
        var bytes = File.ReadAllText(Samples.Inventory("compliant"));
        if (Text is { } text)
        {
            bytes.Should().Contain(text.Old, "the mutation {0} must change something", Name);
            bytes = bytes.Replace(text.Old, text.New, StringComparison.Ordinal);
        }

        InventoryChange[] changes =
        [
            .. Remove.Select(path => PatchedEstate.Change(InventoryChangeKind.Remove, path, null)),
            .. Add.Select(change => PatchedEstate.Change(InventoryChangeKind.Add, change.Path, change.Value)),
            .. Set.Select(change => PatchedEstate.Change(InventoryChangeKind.Set, change.Path, change.Value)),
        ];
        return InventoryPatch.Apply(System.Text.Encoding.UTF8.GetBytes(bytes), "compliant", [.. changes]);
    }
}
