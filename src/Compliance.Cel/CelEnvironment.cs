namespace Compliance.Cel;

/// <summary>The variables an expression may use. Freezes the records among their types.</summary>
public sealed class CelEnvironment
{
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">a name occurs twice</exception>
    public CelEnvironment(IEnumerable<CelVariable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        Variables = [.. variables];
        for (var i = 0; i < Variables.Count; i++)
        {
            slots.Add(Variables[i].Name, i);
        }
    }

    public IReadOnlyList<CelVariable> Variables { get; }

    /// <summary>The variable's place among all; -1 when there is none of that name.</summary>
    internal int SlotOf(string name) => slots.GetValueOrDefault(name, -1);
}
