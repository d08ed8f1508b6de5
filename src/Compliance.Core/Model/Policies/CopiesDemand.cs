namespace Compliance.Core.Model;

/// <summary>How many copies, and where. Each: <c>required</c>, <c>preferred</c> or <c>not-demanded</c>.</summary>
public sealed record CopiesDemand
{
    /// <summary>A copy on a storage of the guest's own host.</summary>
    public Placed<string>? Local { get; init; }

    /// <summary>A copy in another failure domain.</summary>
    public Placed<string>? OffHost { get; init; }

    /// <summary>A copy that cannot be removed before its time.</summary>
    public Placed<string>? Immutable { get; init; }
}
