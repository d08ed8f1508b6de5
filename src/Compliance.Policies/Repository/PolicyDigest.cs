using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Compliance.Policies;

/// <summary>One number for the content of a policy repository.</summary>
internal static class PolicyDigest
{
    /// <summary>Each file in ordinal order of names: length and name, length and text. The lengths keep two files from reading like one.</summary>
    public static string Of(IReadOnlyDictionary<string, string> sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Append(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(Encoding.UTF8.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            hash.AppendData(bytes);
        }

        foreach (var (name, text) in sources.OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            Append(name);
            Append(text);
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
