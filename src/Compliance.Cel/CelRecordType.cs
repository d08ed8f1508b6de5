namespace Compliance.Cel;

/// <summary>
/// A named record of the host. Fields may be added after construction, so that records can refer to each other, until
/// <see cref="Freeze"/>; a compiler freezes every record it meets.
/// </summary>
public sealed class CelRecordType : CelType
{
    private readonly Dictionary<string, CelField> byName = new(StringComparer.Ordinal);
    private readonly List<CelField> inOrder = [];
    private bool frozen;

    public CelRecordType(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    public string Name { get; }

    /// <summary>The fields in the order they were added.</summary>
    public IReadOnlyList<CelField> Fields => inOrder;

    internal override CelKind Kind => CelKind.Record;

    /// <exception cref="InvalidOperationException">the record is frozen</exception>
    /// <exception cref="ArgumentException">a field of that name is there already</exception>
    public CelRecordType Add(CelField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (frozen)
        {
            throw new InvalidOperationException($"{Name} is frozen; {field.Name} comes too late.");
        }

        byName.Add(field.Name, field);
        inOrder.Add(field);
        return this;
    }

    public CelRecordType Freeze()
    {
        frozen = true;
        return this;
    }

    /// <summary>The field of that name, or null.</summary>
    public CelField? Find(string name) => byName.GetValueOrDefault(name);

    public override string ToString() => Name;
}
