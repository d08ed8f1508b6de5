namespace Compliance.Cel.Values;

/// <summary>
/// The elements of a list and, once asked, what stands in the way of using it whole. Made lazily: two threads may make the
/// same thing twice, and either copy is right.
/// </summary>
internal sealed class ListValue
{
    private readonly Func<CelValue[]>? make;
    private CelValue[]? items;
    private object? fault;
    private long size = -1;

    public ListValue(CelValue[] items, CelUnknown? usedWhole)
    {
        this.items = items;
        fault = usedWhole;
    }

    public ListValue(Func<CelValue[]> make) => this.make = make;

    /// <summary>A list that evaluation made of whole values: nothing stands in its way.</summary>
    public static ListValue Sound(CelValue[] items) => new(items, null) { fault = Faults.None };

    public CelValue[] Items => items ??= make!();

    /// <summary>See <see cref="ValueSize"/>.</summary>
    public long Size => size >= 0 ? size : size = ValueSize.OfItems(Items);

    public CelValue Fault => Faults.Read(fault ??= Faults.Of(Items));
}
