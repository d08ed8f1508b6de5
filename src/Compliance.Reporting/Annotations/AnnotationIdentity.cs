using System.Security.Cryptography;
using System.Text;

namespace Compliance.Reporting;

/// <summary>The identity of what has no fingerprint of its own.</summary>
internal static class AnnotationIdentity
{
    private const int Length = 16;

    /// <summary>Hexadecimal digits, of the same length as those of findings.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..Length];
}
