using System.Collections.Frozen;

namespace Compliance.Cel;

/// <summary>The variables of a family of expressions. The place of a variable here is its slot in <see cref="CelBindings"/>.</summary>
public sealed class CelEnvironment
{
    private readonly FrozenDictionary<string, int> slots;

    /// <exception cref="ArgumentException">a name occurs twice</exception>
    public CelEnvironment(IEnumerable<CelVariable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        Variables = [.. variables];
        slots = Variables
            .Select((variable, slot) => KeyValuePair.Create(variable.Name, slot))
            .ToDictionary(StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
        LongestDottedName = Variables.Where(variable => variable.Name.Contains('.', StringComparison.Ordinal)).Select(variable => variable.Name.Length).DefaultIfEmpty().Max();
    }

    public CelEnvironment(params (string Name, CelType Type)[] variables)
        : this(variables.Select(variable => new CelVariable(variable.Name, variable.Type)))
    {
    }

    public IReadOnlyList<CelVariable> Variables { get; }

    /// <summary>The length of the longest name with a dot in it; 0 when there is none, and a selection never is a name.</summary>
    internal int LongestDottedName { get; }

    /// <summary>The slot of a variable, or -1.</summary>
    public int Slot(string name) => slots.GetValueOrDefault(name, -1);
}
