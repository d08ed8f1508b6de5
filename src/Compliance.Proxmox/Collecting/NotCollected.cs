using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>What the scope left out.</summary>
internal static class NotCollected
{
    public static Observed<T> Value<T>(string endpoint)
        => Observation.Unreadable<T>(GapOf(endpoint));

    public static Listing<T> List<T>(string endpoint) => new([], GapOf(endpoint));

    private static Gap GapOf(string endpoint) => new(Endpoint.Of(endpoint), Gap.NotAsked);
}
