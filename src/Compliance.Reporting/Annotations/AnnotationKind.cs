namespace Compliance.Reporting;

/// <summary>What an annotation says.</summary>
internal enum AnnotationKind
{
    /// <summary>It is not as it must be.</summary>
    Fail,

    /// <summary>One verdict could not be reached.</summary>
    Unknown,

    /// <summary>The run as a whole has no verdict: nothing that decides it failed, but it is no pass.</summary>
    NoVerdict,
}
