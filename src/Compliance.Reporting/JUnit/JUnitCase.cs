namespace Compliance.Reporting;

/// <summary>A test case.</summary>
/// <param name="ClassName">what is tested: a rule, or a file</param>
/// <param name="Name">stable from run to run, so that readers can tell its history</param>
/// <param name="Type">of a failure or an error, in a word</param>
/// <param name="Message">of all that did not pass, a line</param>
/// <param name="Text">of a failure or an error, further lines</param>
internal sealed record JUnitCase(string ClassName, string Name, JUnitResult Result, string Type = "", string Message = "", string Text = "")
{
    public TimeSpan Elapsed { get; init; }
}
