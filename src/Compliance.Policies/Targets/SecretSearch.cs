using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Compliance.Policies;

/// <summary>
/// Finds secrets in a text that must hold none: API tokens, what stands after a word such as <c>token:</c>, passwords in addresses.
/// By the text and not by what the YAML means: a secret in a comment is in the repository as well. Each pattern begins with something
/// rare and is bounded, so that no text takes long.
/// </summary>
internal static partial class SecretSearch
{
    /// <summary>The ranges that hold secrets, in the order of the text, none in another.</summary>
    public static ImmutableArray<(int Start, int End)> Of(string text)
    {
        var found = new List<(int Start, int End)>();
        foreach (var match in Tokens().Matches(text).Concat(Secrets().Matches(text)).Concat(Passwords().Matches(text)).Concat(Named().Matches(text).Where(match => !IsInComment(text, match.Index))))
        {
            var secret = match.Groups["secret"];
            found.Add((secret.Index, secret.Index + secret.Value.TrimEnd(' ', '\t', '"', '\'').Length));
        }

        var apart = ImmutableArray.CreateBuilder<(int Start, int End)>();
        foreach (var (start, end) in found.OrderBy(range => range.Start).ThenByDescending(range => range.End))
        {
            if (apart.Count == 0 || start >= apart[^1].End)
            {
                apart.Add((start, end));
            }
            else if (end > apart[^1].End)
            {
                apart[^1] = (apart[^1].Start, end);
            }
        }

        return apart.ToImmutable();
    }

    /// <summary>The text with asterisks for them: of the same length, so that places stay places.</summary>
    public static string Covered(string text, ImmutableArray<(int Start, int End)> secrets)
    {
        var characters = text.ToCharArray();
        foreach (var (start, end) in secrets)
        {
            characters.AsSpan(start, end - start).Fill('*');
        }

        return new string(characters);
    }

    // A word in a sentence of a comment is no setting. What looks like a token there still is one.
    private static bool IsInComment(string text, int at)
    {
        var start = text.LastIndexOf('\n', at) + 1;
        var before = text.AsSpan(start, at - start);
        return before.StartsWith("#") || before.IndexOf(" #") >= 0 || before.IndexOf("\t#") >= 0;
    }

    /// <summary><c>user@realm!tokenid=secret</c>, with a colon for Proxmox Backup Server.</summary>
    [GeneratedRegex(@"@[A-Za-z][A-Za-z0-9._-]{0,63}![A-Za-z][A-Za-z0-9._-]{0,127}[=:](?<secret>[^\s""',}\]]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    /// <summary>The secret alone: Proxmox makes them as UUIDs, which have no other use here.</summary>
    [GeneratedRegex("(?<secret>[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})", RegexOptions.CultureInvariant)]
    private static partial Regex Secrets();

    /// <summary><c>https://user:password@host</c>.</summary>
    [GeneratedRegex(@"://[^\s/@""':]{0,128}:(?<secret>[^\s/@""']{1,256})@", RegexOptions.CultureInvariant)]
    private static partial Regex Passwords();

    [GeneratedRegex(@"(?<![\w-])(?:(?:api|pve|pbs)[-_]?)?(?:token|secret|password|passwd)(?:[-_]?(?:value|secret|id))?[""']?[ \t]*:[ \t]+(?<secret>""[^""\n]*""|'[^'\n]*'|[^\s,}\]#][^\n,}\]]*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
