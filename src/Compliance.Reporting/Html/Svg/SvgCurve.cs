using System.Globalization;

namespace Compliance.Reporting;

/// <summary>The <c>d</c> of paths. Whole numbers: a pixel is fine enough, and the page stays small.</summary>
internal static class SvgCurve
{
    /// <summary>From one box to the next column's: leaves and arrives level.</summary>
    public static string Between(int fromX, int fromY, int toX, int toY)
    {
        var middle = (fromX + toX) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"M{fromX} {fromY}C{middle} {fromY} {middle} {toY} {toX} {toY}");
    }
}
