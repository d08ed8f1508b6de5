using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>What of an inventory could not be read and would have changed a draft.</summary>
internal static class DraftGaps
{
    public static ImmutableArray<string> Of(Inventory inventory)
    {
        (string What, Gap? Gap)[] gaps =
        [
            ("some guests", inventory.Guests.Hidden),
            ("pools of guests", inventory.Guests.Rows.Select(guest => guest.Pool.Unreadable).FirstOrDefault(gap => gap is not null) ?? inventory.Pools.Hidden),
            ("which guests are templates", inventory.Guests.Rows.Select(guest => guest.IsTemplate.Unreadable).FirstOrDefault(gap => gap is not null)),
            ("some backup jobs", inventory.Jobs.Hidden),
            ("some storages", inventory.Storages.Hidden),
            ("some nodes", inventory.Nodes.Hidden),
        ];
        return [.. gaps.Where(one => one.Gap is not null).Select(one => $"unreadable: {one.What}: {one.Gap}")];
    }
}
