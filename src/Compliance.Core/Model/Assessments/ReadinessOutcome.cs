namespace Compliance.Core.Model;

/// <summary>Whether a host may be touched.</summary>
public enum ReadinessOutcome
{
    /// <summary>Everything that the gate asks holds.</summary>
    Go,

    /// <summary>Something does not.</summary>
    NoGo,

    /// <summary>Nothing is known to be wrong, but something could not be judged, or nothing was: no better than <see cref="NoGo"/>.</summary>
    Unknown,
}
