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
        return CommandWords.Read(text, everyOptionHasValue: true) is { Plain: ["vzdump", .. var named] } words && named.All(word => word.All(char.IsAsciiDigit))
            ? new VzdumpCommand(named, ByName(words.Options))
            : null;
    }

    private static ImmutableSortedDictionary<string, string> ByName(ImmutableArray<KeyValuePair<string, string?>> options)
    {
        var byName = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in options)
        {
            byName[name] = value ?? string.Empty;
        }

        return byName.ToImmutable();
    }
}
