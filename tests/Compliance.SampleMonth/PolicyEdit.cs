namespace Compliance.SampleMonth;

/// <summary>One edit of a file of the policy repository: a text replaced, text added at the end, or the file written anew.</summary>
public sealed record PolicyEdit
{
    /// <summary>Relative to the repository.</summary>
    public required string File { get; init; }

    /// <summary>Must be there exactly once.</summary>
    public string? Replace { get; init; }

    public string? With { get; init; }

    public string? Append { get; init; }

    public string? Write { get; init; }
}
