using System.Globalization;
using System.Text.RegularExpressions;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads the level of a tier out of names people give.</summary>
internal static partial class TierNames
{
    /// <summary>The level that a tag or pool is named for: <c>tier1</c>, <c>Tier-1</c>, <c>t1</c>, of a nested pool the last part; null for any other name.</summary>
    public static int? LevelOf(string name)
        => Level(Whole().Match(name[(name.LastIndexOf('/') + 1)..]));

    /// <summary>The one level a text speaks of, such as <c>Tier 0 - daily</c> or <c>backup-tier0</c>; null for none or several.</summary>
    public static int? SpokenOfIn(params string?[] texts)
    {
        var levels = texts.OfType<string>().SelectMany(text => Part().Matches(text)).Select(Level).Distinct().ToList();
        return levels.Count == 1 ? levels[0] : null;
    }

    /// <summary>The one level that a job's id, comment and pool speak of; null for none or several.</summary>
    public static int? SpokenOf(JobState job) => SpokenOfIn(job.Id, job.Comment, job.Pool);

    private static int? Level(Match match)
        => match.Success ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:tier|t)[-_.]?([0-9])\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![A-Za-z0-9])tier[ ._-]?([0-9])(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
