using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Gathers the rows of one listing. A row that is not understood is left out, and said to be.</summary>
internal sealed class RowCollector<T>(Func<WireRow, T?> read, Comparison<T> order)
    where T : class
{
    private readonly List<T> _rows = [];
    private string? _odd;

    /// <param name="row">a row of the answer; read as null it is none of this listing</param>
    /// <param name="index">its place in the answer, from 1</param>
    public void Add(WireRow row, int index)
    {
        try
        {
            if (read(row) is { } value)
            {
                _rows.Add(value);
            }
        }
        catch (WireException e)
        {
            Miss(index, e);
        }
    }

    /// <summary>Says that the listing may lack this row.</summary>
    public void Miss(int index, WireException reason) => _odd ??= $"row {index} is not understood: {reason.Message}";

    public Listing<T> ToListing(string endpoint)
    {
        _rows.Sort(order);
        return new Listing<T>(_rows.ToImmutableArray(), _odd is null ? null : new Gap(endpoint, _odd));
    }
}
