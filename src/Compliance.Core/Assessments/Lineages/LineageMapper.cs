using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>Guests, storages and disks of an estate, for reports. It judges nothing; what it shows is what the facts of the rules say.</summary>
public static class LineageMapper
{
    public static LineageMap Of(Estate estate) => new(
        [
            .. estate.Guests.GroupBy(guest => guest.State.Node, StringComparer.Ordinal)
                .OrderBy(node => node.Key, NaturalOrder.Comparer)
                .Select(node => new LineageNodeDraft(estate.Lineages, node.Key).Of([.. node])),
        ],
        [.. new[] { estate.Inventory.Guests.Hidden, estate.Inventory.Nodes.Hidden }.OfType<Gap>().Distinct()]);
}
