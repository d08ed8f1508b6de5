using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>What came of reading files that people write.</summary>
public sealed record Parsed<T>
{
    /// <summary>The default of <typeparamref name="T"/> when there is any problem of severity error.</summary>
    public required T? Value { get; init; }

    /// <summary>By file, line and column.</summary>
    public required ImmutableArray<Problem> Problems { get; init; }

    /// <summary>The text of every file that was read, by its name, for showing the line of a problem.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }
}
