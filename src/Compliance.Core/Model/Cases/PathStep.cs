namespace Compliance.Core.Model;

/// <summary>One step of a <see cref="DocumentPath"/>: a member of a mapping, or rows of a list.</summary>
/// <param name="IsRows">rows of a list</param>
/// <param name="Name">the member; for rows the member that is compared, null for all rows</param>
/// <param name="Value">what the member of a row must be, as text; null for a member and for all rows</param>
public readonly record struct PathStep(bool IsRows, string? Name, string? Value)
{
    public static PathStep AllRows { get; } = new(true, null, null);

    public static PathStep Member(string name) => new(false, name, null);

    public static PathStep RowsWith(string name, string value) => new(true, name, value);

    public override string ToString() => !IsRows ? Name! : Name is null ? "[*]" : $"[{Name}={Value}]";
}
