using System.Collections.Immutable;

namespace Compliance.Core.Facts.Properties;

/// <summary>The words of a command line, told apart: <c>--name value</c>, <c>--name=value</c>, <c>--name</c> alone, and the rest.</summary>
/// <param name="Plain">words that belong to no option, in order</param>
/// <param name="Options">names without dashes, in order, with their values; null for one that stands alone</param>
internal sealed record CommandWords(ImmutableArray<string> Plain, ImmutableArray<KeyValuePair<string, string?>> Options)
{
    /// <summary>Null when a quote is not closed.</summary>
    /// <param name="everyOptionHasValue">as Proxmox prints them: then a value may look like an option, else it is one</param>
    public static CommandWords? Read(string line, bool everyOptionHasValue)
    {
        if (ShellWords.Split(line) is not { } words)
        {
            return null;
        }

        var plain = ImmutableArray.CreateBuilder<string>();
        var options = ImmutableArray.CreateBuilder<KeyValuePair<string, string?>>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith('-'))
            {
                plain.Add(words[i]);
                continue;
            }

            var name = words[i].TrimStart('-');
            var equals = name.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
            {
                options.Add(new(name[..equals], name[(equals + 1)..]));
            }
            else
            {
                var hasValue = i + 1 < words.Count && (everyOptionHasValue || !words[i + 1].StartsWith('-'));
                options.Add(new(name, hasValue ? words[++i] : null));
            }
        }

        return new CommandWords(plain.ToImmutable(), options.ToImmutable());
    }
}
