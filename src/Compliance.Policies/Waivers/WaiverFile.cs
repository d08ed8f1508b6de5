using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Finds and reads the repository's file of waivers.</summary>
internal static class WaiverFile
{
    /// <param name="location">where it is; when its place is a point it is a default, and may be absent</param>
    public static ImmutableArray<Waiver> Read(Placed<string> location, SourceReader reader, ProblemList problems)
    {
        var source = reader.Read(location.Value, whenMissing: () =>
        {
            if (!location.Place.IsPoint)
            {
                problems.Add(
                    ProblemCodes.ReferenceMissing, location.Place, $"there is no file \"{location.Value}\"", "Create it, or remove the setting.");
            }
        });
        return source is not null && YamlReader.Read(source, problems) is { } root ? WaiverReader.Read(root, problems) : [];
    }
}
