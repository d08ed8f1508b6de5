namespace Compliance.Reporting;

/// <summary>How a test case of JUnit ended.</summary>
internal enum JUnitResult
{
    Passed,

    /// <summary>It was judged, and is not as it must be.</summary>
    Failure,

    /// <summary>It could not be judged.</summary>
    Error,

    /// <summary>It counts for nothing now: waived, off, or nothing to judge.</summary>
    Skipped,
}
