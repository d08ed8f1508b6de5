namespace Compliance.Reporting;

/// <summary>Text of messages. Even plain ones may embed links as <c>[text](target)</c> (SARIF 2.1.0, 3.11.6): no name may.</summary>
internal static class SarifText
{
    /// <summary>For <c>… (12345 more characters)</c>.</summary>
    private const int Room = 32;

    /// <param name="text">visible already</param>
    public static string Plain(string text) => text.Contains("](", StringComparison.Ordinal)
        ? text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)
        : text;

    /// <summary>A path as a relative reference: each part percent-encoded.</summary>
    public static string Uri(string path) => string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));

    /// <summary>Visible, and with the count of what was cut never longer than the limit.</summary>
    public static string Within(string text, int limit) => Plain(UntrustedText.Shortened(text, limit - Room)) is var whole && whole.Length <= limit
        ? whole
        : Plain(UntrustedText.Shortened(text, (limit / 2) - Room));

}
