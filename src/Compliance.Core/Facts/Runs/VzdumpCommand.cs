using System.Collections.Immutable;
using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Facts.Runs;

/// <summary>The command line a log begins with; its options come in no order (pve-guest-common <c>PVE/VZDump/Common.pm:command_line</c>).</summary>
/// <param name="VmIds">guests named one by one, as written</param>
/// <param name="Options">by name without dashes; of a repeated one the last</param>
public sealed record VzdumpCommand(ImmutableArray<string> VmIds, ImmutableSortedDictionary<string, string> Options)
{
    /// <summary>Reads a command line; null when it is none of vzdump, whose only words without an option are guests' numbers.</summary>
    public static VzdumpCommand? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var named = ImmutableArray.CreateBuilder<string>();
        var options = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (ShellWords.Split(text) is not ["vzdump", ..] words)
        {
            return null;
        }

        for (var i = 1; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
            {
                named.Add(words[i]);
            }
            else if (i + 1 < words.Count)
            {
                options[words[i][2..]] = words[++i];
            }
        }

        return named.All(word => word.All(char.IsAsciiDigit)) ? new VzdumpCommand(named.ToImmutable(), options.ToImmutable()) : null;
    }
}
