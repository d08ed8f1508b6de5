namespace Compliance.Core.Model;

/// <summary>A fault in our own input files. A value, not an exception: all of them are reported in one run, sorted by place.</summary>
/// <param name="Code">stable, such as <c>POL012</c></param>
/// <param name="Message">what is wrong, lower-case start, user values quoted</param>
/// <param name="Fix">how to put it right, as a sentence; null when the message says it</param>
public sealed record Problem(string Code, Severity Severity, Place Place, string Message, string? Fix = null)
{
    /// <summary>The same as a change that is safe to make unread; null when a person must decide.</summary>
    public TextEdit? Edit { get; init; }
}
