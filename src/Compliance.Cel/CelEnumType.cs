namespace Compliance.Cel;

/// <summary>
/// A string that has one of a few known values. It behaves as string everywhere; but comparing it (<c>== != in</c>) with a
/// literal that is none of the values does not compile.
/// </summary>
public sealed class CelEnumType : CelType
{
    public CelEnumType(string name, IEnumerable<string> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(values);
        Name = name;
        Values = [.. values];
        if (Values.Count == 0)
        {
            throw new ArgumentException($"The enum {name} has no values.", nameof(values));
        }
    }

    public string Name { get; }

    public IReadOnlyList<string> Values { get; }

    internal override CelKind Kind => CelKind.String;

    public override string ToString() => Name;
}
