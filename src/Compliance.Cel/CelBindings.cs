namespace Compliance.Cel;

/// <summary>Values for the variables of an environment. A variable without a value is absent: using it is an error value.</summary>
public sealed class CelBindings
{
    private readonly CelEnvironment environment;
    private readonly CelValue[] values;

    public CelBindings(CelEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        this.environment = environment;
        values = new CelValue[environment.Variables.Count];
    }

    internal CelEnvironment Environment => environment;

    internal CelValue[] Values => values;

    /// <exception cref="ArgumentException">the environment has no such variable</exception>
    public CelBindings Set(string name, CelValue value)
    {
        values[Slot(name)] = value;
        return this;
    }

    /// <exception cref="ArgumentException">the environment has no such variable</exception>
    public CelValue Get(string name) => values[Slot(name)];

    private int Slot(string name)
    {
        var slot = environment.SlotOf(name);
        return slot >= 0 ? slot : throw new ArgumentException($"There is no variable {name}.", nameof(name));
    }
}
