using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.SampleMonth;

/// <summary>What is otherwise from one night on: changes of the inventory in the words of rule cases, and edits of the policy.</summary>
public sealed record NightScript
{
    public DateOnly Night { get; init; }

    /// <summary>For whoever reads the script.</summary>
    public string? What { get; init; }

    public IReadOnlyList<string> Remove { get; init; } = [];

    public IReadOnlyDictionary<string, JsonElement> Add { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    public IReadOnlyDictionary<string, JsonElement> Set { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    public IReadOnlyList<PolicyEdit> Policy { get; init; } = [];

    /// <summary>A directory storage that is not mounted in this night, and in this one only.</summary>
    public string? Unmounted { get; init; }

    /// <summary>Backups of this night that fail.</summary>
    public IReadOnlyList<FailedBackup> Fails { get; init; } = [];

    /// <summary>In the order in which a rule case makes them.</summary>
    public IReadOnlyList<InventoryChange> Changes() =>
    [
        .. Remove.Select(path => new InventoryChange(InventoryChangeKind.Remove, PathOf(path), null, default)),
        .. Add.Select(entry => new InventoryChange(InventoryChangeKind.Add, PathOf(entry.Key), entry.Value.GetRawText(), default)),
        .. Set.Select(entry => new InventoryChange(InventoryChangeKind.Set, PathOf(entry.Key), entry.Value.GetRawText(), default)),
    ];

    private DocumentPath PathOf(string text)
        => DocumentPath.TryParse(text, out var path, out var fault) ? path : throw new InvalidOperationException($"{Night}: \"{text}\": {fault}");
}
