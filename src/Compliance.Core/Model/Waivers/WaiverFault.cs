namespace Compliance.Core.Model;

/// <summary>What can be wrong with a waiver on the day of a check. What is wrong on every day is a problem of the file.</summary>
public enum WaiverFault
{
    /// <summary>Its last day is over: it covers nothing.</summary>
    Expired,

    /// <summary>Its first day is yet to come: it covers nothing.</summary>
    NotBegun,

    /// <summary>It matches more findings than the policy allows one waiver: it covers nothing.</summary>
    OverBroad,

    /// <summary>It matches no finding, and everything its rule asks for was judged.</summary>
    Unused,
}
