using System.Collections.Immutable;

namespace Compliance.Core.Facts.Configurations;

/// <summary>A value of a configuration file in the JSON type that the REST API gives it.</summary>
public abstract record ConfigurationValue
{
    private ConfigurationValue()
    {
    }

    /// <summary>A string.</summary>
    public sealed record Text(string Value) : ConfigurationValue;

    /// <summary>A whole number; booleans are 0 and 1.</summary>
    public sealed record Number(long Value) : ConfigurationValue;

    /// <summary>An array of strings, of a key that may be repeated.</summary>
    public sealed record Items(ImmutableArray<string> Values) : ConfigurationValue;

    /// <summary>An object, of a property string such as <c>keep-daily=7,keep-weekly=4</c>.</summary>
    public sealed record Parts(ImmutableSortedDictionary<string, ConfigurationValue> Values) : ConfigurationValue;
}
