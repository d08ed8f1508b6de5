using System.Globalization;

namespace Compliance.HostArchives.Writing;

/// <summary>Sizes for people.</summary>
public static class ByteText
{
    private static readonly string[] Units = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>Such as <c>812 bytes</c> or <c>3.1 MiB</c>; rounded, so never for comparing.</summary>
    public static string Of(long bytes)
    {
        if (bytes < 1024)
        {
            return $"{bytes} bytes";
        }

        double amount = bytes;
        var unit = -1;
        while (amount >= 1024 && unit < Units.Length - 1)
        {
            amount /= 1024;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{amount:0.0} {Units[unit]}");
    }
}
