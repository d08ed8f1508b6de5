using System.Security.Cryptography;
using System.Text;

namespace Compliance.Reporting;

/// <summary>How the page's content security policy names the one style and the one script it lets in.</summary>
internal static class ContentHash
{
    /// <summary>Such as <c>sha256-…</c>, of the element's content as it stands in the page.</summary>
    public static string Of(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
}
