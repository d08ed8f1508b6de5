namespace Compliance.Cel.Evaluation.Functions;

/// <summary>One signature of a function. Type variables in it stand for any type, the same one throughout.</summary>
/// <param name="Name">as written</param>
/// <param name="IsMethod">called on its first parameter: <c>a.name(b)</c></param>
/// <param name="Parameters">the receiver of a method first</param>
/// <param name="Result">the type of what it gives</param>
/// <param name="Body">what it does</param>
internal sealed record Overload(string Name, bool IsMethod, CelType[] Parameters, CelType Result, CelFunction Body)
{
    public static Overload Function(string name, CelType result, CelFunction body, params CelType[] parameters)
        => new(name, IsMethod: false, parameters, result, body);

    public static Overload Method(string name, CelType result, CelFunction body, params CelType[] parameters)
        => new(name, IsMethod: true, parameters, result, body);

    public override string ToString() => IsMethod
        ? $"{Parameters[0]}.{Name}({string.Join(", ", Parameters.Skip(1))})"
        : $"{Name}({string.Join(", ", (IEnumerable<CelType>)Parameters)})";
}
