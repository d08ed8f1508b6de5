using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>What a token sees of an estate, and which rules are blind with it.</summary>
public sealed record Diagnosis
{
    /// <summary>The lists everything is made from, in the order in which they are read.</summary>
    public required ImmutableArray<ListSight> Lists { get; init; }

    /// <summary>What the token holds beyond reading, as <c>VM.Backup on /vms and 2 more paths</c>: none is needed.</summary>
    public required ImmutableArray<string> Excess { get; init; }

    /// <summary>How many rules there are.</summary>
    public required int Rules { get; init; }

    /// <summary>Rules with a verdict that was not reached because something could not be read, by id.</summary>
    public required ImmutableArray<string> BlindRules { get; init; }

    /// <summary>What could not be read and a privilege to read would open, most costly first.</summary>
    public required ImmutableArray<BlindSpot> Openable { get; init; }

    /// <summary>What could not be read for another reason, or only with a privilege that could also change something.</summary>
    public required ImmutableArray<BlindSpot> Others { get; init; }

    /// <summary>The commands that open what reading may open; they grant the role PVEAuditor and nothing else.</summary>
    public required ImmutableArray<string> Commands { get; init; }
}
