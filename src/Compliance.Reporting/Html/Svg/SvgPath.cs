using System.Collections.Immutable;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>All cells of one kind; a pattern of the page fills them.</summary>
/// <param name="Kind">names the pattern</param>
/// <param name="Data">of the path; empty when there is no such cell</param>
internal readonly record struct SvgPath(string Kind, string Data)
{
    /// <summary>Without the empty ones.</summary>
    public static ImmutableArray<SvgPath> Drawn(IEnumerable<SvgPath> paths) => [.. paths.Where(path => path.Data.Length > 0)];

    /// <summary>For a template.</summary>
    public static ScriptArray List(IEnumerable<SvgPath> paths) => Script.List(paths, path => new ScriptObject { ["kind"] = path.Kind, ["d"] = path.Data });
}
