using System.Text.Json.Serialization;

namespace Compliance.Core.Model;

/// <summary>Something that could not be seen, and what would have shown it.</summary>
/// <param name="Endpoint">the API path asked, without <c>/api2/json</c>, such as <c>/nodes/pve1/storage</c></param>
/// <param name="Reason">what came back instead, such as <c>403 Permission check failed</c> or <c>595 Connection refused</c></param>
/// <param name="Needs">the privilege that would open it, such as <c>Sys.Audit on /nodes/pve1</c>; null when no privilege would</param>
public sealed record Gap(string Endpoint, string Reason, string? Needs = null)
{
    /// <summary>The reason of what was left out because no rule of the run reads it.</summary>
    public const string NotAsked = "not collected: no chosen rule needs it";

    /// <summary>Nobody asked: no fault, and nothing to open.</summary>
    [JsonIgnore]
    public bool IsNotAsked => Reason == NotAsked;

    /// <summary>One line for people: <c>could not read /access/acl (403 …): needs Sys.Audit on /access</c>.</summary>
    public override string ToString()
        => Needs is null ? $"could not read {Endpoint} ({Reason})" : $"could not read {Endpoint} ({Reason}): needs {Needs}";
}
