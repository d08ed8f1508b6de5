namespace Compliance.Reporting;

/// <summary>Text in a picture, where nothing wraps. Whatever is cut stands whole beside the picture, in its table.</summary>
internal static class SvgText
{
    /// <summary>At most so many characters, an ellipsis for what is cut.</summary>
    public static string Fit(string? text, int limit)
    {
        var visible = UntrustedText.Visible(text);
        if (visible.Length <= limit)
        {
            return visible;
        }

        var end = char.IsHighSurrogate(visible[limit - 2]) ? limit - 2 : limit - 1;
        return visible[..end].TrimEnd() + "…";
    }
}
