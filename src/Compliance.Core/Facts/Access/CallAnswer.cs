namespace Compliance.Core.Facts.Access;

/// <summary>What the API does with a call.</summary>
public enum CallAnswer
{
    /// <summary>403, with the privilege that was missing.</summary>
    Refused,

    /// <summary>200, and rows or fields may be missing without a word.</summary>
    Filtered,

    /// <summary>200 with all there is.</summary>
    Whole,
}
