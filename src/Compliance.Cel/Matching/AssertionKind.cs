namespace Compliance.Cel.Matching;

/// <summary>What holds between two code points.</summary>
internal enum AssertionKind
{
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    WordBoundary,
    NotWordBoundary,
}
