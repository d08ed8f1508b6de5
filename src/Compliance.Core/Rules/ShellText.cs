namespace Compliance.Core.Rules;

/// <summary>Quotes a value for a POSIX shell, so that a name from outside stays a name in a command that somebody copies.</summary>
internal static class ShellText
{
    private const string Safe = "_-./:@%+=,";

    public static string Quote(string value)
        => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || Safe.Contains(c, StringComparison.Ordinal))
            ? value
            : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
