namespace Compliance.Core.Model;

/// <summary>A change of one of our own input files that a program may make: everything outside the range stays byte for byte.</summary>
/// <param name="Place">the text to replace, within one line</param>
/// <param name="Text">what to write in its place, without line ends; ready for the file, quotes included</param>
public sealed record TextEdit(Place Place, string Text);
