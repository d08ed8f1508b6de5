namespace Compliance.Core.Model;

/// <summary>What one day of a guest's timeline shows. Nothing is claimed that cannot be shown: what is not known is neither missed nor fine.</summary>
public enum DayMark
{
    /// <summary>Nothing can be told: the task index does not reach back so far, or what is listed may not be all.</summary>
    NotKnown,

    /// <summary>All was seen, and nothing was due that did not come.</summary>
    Nothing,

    /// <summary>The guest was not made yet.</summary>
    NotMade,

    /// <summary>A restore point that began on this day is there.</summary>
    Present,

    /// <summary>A restore point that began on this day is there, and yet a window of the day was missed: too late, or one of several.</summary>
    Partly,

    /// <summary>A run that succeeded is on record, and nothing it left is listed: pruned, or on a storage that nobody listed.</summary>
    Ran,

    /// <summary>A run that succeeded is on record, the policy's retention would still keep what it left, and it is not there.</summary>
    Gone,

    /// <summary>A window the policy promises passed, grace included, and nothing was saved in it.</summary>
    Missed,
}
