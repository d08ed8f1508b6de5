namespace Compliance.Cel;

/// <summary>
/// What the variables of an environment hold in one evaluation. A variable that is not set is absent: reading it is an error.
/// One array; make one per subject, or copy one that has the common variables set.
/// </summary>
public sealed class CelBindings
{
    private readonly CelValue[] slots;

    public CelBindings(CelEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        Environment = environment;
        slots = new CelValue[environment.Variables.Count];
    }

    private CelBindings(CelBindings other)
    {
        Environment = other.Environment;
        slots = [.. other.slots];
    }

    public CelEnvironment Environment { get; }

    internal CelValue[] Slots => slots;

    /// <summary>By slot, see <see cref="CelEnvironment.Slot"/>.</summary>
    public CelValue this[int slot]
    {
        get => slots[slot];
        set => slots[slot] = value;
    }

    /// <summary>By name.</summary>
    /// <exception cref="ArgumentException">the environment has no such variable</exception>
    public CelValue this[string name]
    {
        get => slots[Find(name)];
        set => slots[Find(name)] = value;
    }

    public CelBindings Copy() => new(this);

    private int Find(string name)
    {
        var slot = Environment.Slot(name);
        return slot >= 0 ? slot : throw new ArgumentException($"The environment has no variable {name}.", nameof(name));
    }
}
