namespace Compliance.Core.Facts.Table;

/// <summary>One thing a fact is made from, and what the token needs to see it.</summary>
/// <param name="Endpoint">
/// an API path with <c>N</c> for a node and <c>ID</c> for a guest, job or storage, <c>{a,b}</c> for either; or <c>policy.yaml</c>, or <c>host archives</c>: files in the places it names
/// </param>
/// <param name="Privilege">such as <c>Sys.Audit on /nodes/N</c>; null when any token may</param>
/// <param name="IsFiltered">
/// without the privilege the answer is shorter, not refused. Then only a token that also reads the access control list
/// (<c>Sys.Audit on /access</c>) can prove that it sees everything.
/// </param>
public sealed record FactSource(string Endpoint, string? Privilege, bool IsFiltered)
{
    /// <summary>The endpoint that stands for the files in the places of <c>host-archives:</c>.</summary>
    public const string HostArchives = "host archives";

    /// <summary>Whether it is the API; if not, it is the policy, which is always readable, or a place it names.</summary>
    public bool IsLive => Endpoint.StartsWith('/');

    /// <summary>The calls that the endpoint stands for: one, or one for each of <c>{a,b}</c>.</summary>
    public IEnumerable<string> Calls
    {
        get
        {
            var (open, close) = (Endpoint.IndexOf('{', StringComparison.Ordinal), Endpoint.IndexOf('}', StringComparison.Ordinal));
            return open < 0 ? [Endpoint] : Endpoint[(open + 1)..close].Split(',').Select(one => Endpoint[..open] + one + Endpoint[(close + 1)..]);
        }
    }
}
