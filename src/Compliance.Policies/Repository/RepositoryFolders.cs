using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Lists the folders that a policy's locations name. What is skipped in silence would be a check that never fails.</summary>
internal sealed class RepositoryFolders(IPolicyFiles files, ProblemList problems)
{
    /// <summary>
    /// The <c>.yaml</c> files below a folder, in ordinal order. Reported: a folder that cannot be listed, one that the policy names
    /// and that is not there, and files that end nearly so.
    /// </summary>
    /// <param name="folder">a location; when its place is a point it is a default, and may be absent</param>
    /// <param name="except">a folder below it whose files are something else; or null</param>
    public ImmutableArray<string> YamlBelow(Placed<string> folder, string? except)
    {
        if (List(folder) is not { } listed)
        {
            return [];
        }

        var names = listed.Where(name => except is null || !name.StartsWith(except + "/", StringComparison.Ordinal)).ToList();
        foreach (var skipped in names.Where(IsNearlyYaml))
        {
            problems.Add(
                ProblemCodes.FileNotRead,
                new Place(skipped, 1, 1, 1, 1),
                $"\"{skipped}\" is not read",
                "Rename it so that it ends in .yaml.");
        }

        return [.. names.Where(IsYaml)];
    }

    private ImmutableArray<string>? List(Placed<string> folder)
    {
        try
        {
            if (files.List(folder.Value) is { } names)
            {
                return names;
            }
        }
        catch (IOException fault)
        {
            problems.Add(
                ProblemCodes.Unreadable,
                folder.Place,
                $"could not list the folder \"{folder.Value}\": {fault.Message}",
                "Give the account that runs this the right to read it.");
            return null;
        }

        // The default folder may be absent; a folder that the policy names may not, or what should be in it would be skipped.
        if (!folder.Place.IsPoint)
        {
            problems.Add(
                ProblemCodes.ReferenceMissing,
                folder.Place,
                $"there is no folder \"{folder.Value}\"",
                "Create it, or remove the setting.");
        }

        return null;
    }

    private static bool IsYaml(string name) => name.EndsWith(".yaml", StringComparison.Ordinal);

    private static bool IsNearlyYaml(string name) =>
        !IsYaml(name) && (name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase));
}
