namespace Compliance.Core.Facts.Properties;

/// <summary>A list in one string, such as <c>vmid</c>, <c>exclude</c>, <c>mailto</c> and <c>content</c>.</summary>
public static class ListText
{
    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n', '\f', '\v', '\0'];

    /// <summary>Commas, semicolons, white space and NUL part the items, and none is empty (pve-common <c>PVE/ParseUtils.pm:split_list</c>).</summary>
    /// <param name="list">null is an empty list</param>
    public static string[] Split(string? list) => (list ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
