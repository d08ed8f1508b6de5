namespace Compliance.Cel.Evaluation.Functions;

/// <summary>One signature of a function. Type variables in it stand for any type, the same one throughout.</summary>
/// <param name="Name">as written</param>
/// <param name="IsMethod">called on its first parameter: <c>a.name(b)</c></param>
/// <param name="Parameters">the receiver of a method first</param>
/// <param name="Result">the type of what it gives</param>
/// <param name="Body">what it does</param>
internal sealed record Overload(string Name, bool IsMethod, CelType[] Parameters, CelType Result, CelFunction Body);
