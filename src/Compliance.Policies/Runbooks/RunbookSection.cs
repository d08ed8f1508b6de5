using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A heading of a runbook with the text below it, up to the next heading of any level.</summary>
/// <param name="Heading">without the marks of Markdown; <see cref="Opening"/> for what stands before the first one</param>
/// <param name="Level">1 to 6; 0 for what stands before the first one</param>
/// <param name="Place">the heading's line</param>
/// <param name="Digest"><c>sha256:…</c> over heading and text; markers and white space at the ends of lines do not change it</param>
internal sealed record RunbookSection(string Heading, int Level, Place Place, string Digest)
{
    public const string Opening = "(before the first heading)";
}
