using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads the paths that say what a case changes.</summary>
internal static class CasePaths
{
    public static Placed<DocumentPath>? Read(YamlNode node, Field field)
        => Values.TextScalar(node, field) is { } scalar && Parse(scalar, field) is { } path ? new Placed<DocumentPath>(path, scalar.Place) : null;

    /// <summary>A mapping of paths to anything.</summary>
    public static ImmutableArray<(DocumentPath Path, YamlNode Value, Place Place)> Mapped(YamlNode node, Field field)
    {
        if (node is not YamlMapping mapping)
        {
            Values.ReportType(node, field, "paths with their values below it");
            return [];
        }

        if (mapping.Entries.IsEmpty)
        {
            field.Report(ProblemCodes.Empty, mapping.Place, $"\"{field.Name}\" has no paths", "Write some, or remove the key.");
        }

        return
        [
            .. mapping.Entries
                .Select(entry => (Path: Parse(entry.Key, field), entry.Value, entry.Key.Place))
                .Where(entry => entry.Path is not null)
                .Select(entry => (entry.Path!, entry.Value, entry.Place)),
        ];
    }

    private static DocumentPath? Parse(YamlScalar scalar, Field field)
    {
        if (DocumentPath.TryParse(scalar.Value, out var path, out var fault))
        {
            return path;
        }

        field.Report(ProblemCodes.BadPath, scalar.Place, $"{Words.Quoted(scalar.Value)} is not a path: {fault}", "Write it as jobs.rows[id=backup-tier1].storage.");
        return null;
    }
}
