namespace Compliance.Core.Model;

/// <summary>A declared value and where it is declared, so that every finding can point at the line that asks for it.</summary>
public readonly record struct Placed<T>(T Value, Place Place)
{
    public override string ToString() => $"{Value}";
}
