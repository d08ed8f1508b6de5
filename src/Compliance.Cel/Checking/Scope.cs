namespace Compliance.Cel.Checking;

/// <summary>The names that can be seen at a point: macro variables, the innermost first, then the environment's.</summary>
internal sealed class Scope(CelEnvironment environment)
{
    private readonly List<(string Name, CelType Type, int Index)> locals = [];

    public CelEnvironment Environment => environment;

    public int LocalCount { get; private set; }

    public (CelType Type, int Index)? FindLocal(string name)
    {
        for (var i = locals.Count - 1; i >= 0; i--)
        {
            if (locals[i].Name == name)
            {
                return (locals[i].Type, locals[i].Index);
            }
        }

        return null;
    }

    /// <summary>Brings a macro variable into view until <see cref="Leave"/>; every macro has room of its own.</summary>
    public int Enter(string name, CelType type)
    {
        locals.Add((name, type, LocalCount));
        return LocalCount++;
    }

    public void Leave() => locals.RemoveAt(locals.Count - 1);

    public IReadOnlyCollection<string> Names => [.. locals.Select(l => l.Name), .. environment.Variables.Select(v => v.Name)];
}
