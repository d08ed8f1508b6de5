using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>What the scope left out.</summary>
internal static class NotCollected
{
    public static Observed<T> Value<T>(string endpoint)
        => Observation.Unreadable<T>(new Gap(endpoint, "not collected: no chosen rule needs it"));
}
