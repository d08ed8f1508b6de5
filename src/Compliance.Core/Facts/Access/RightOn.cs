using System.Collections.Immutable;

namespace Compliance.Core.Facts.Access;

/// <summary>A privilege on an ACL path.</summary>
/// <param name="AnyOf">any of these will do; the first is the least</param>
/// <param name="Path">such as <c>/nodes/pve1</c></param>
/// <param name="IsForEach">the path is the top of a tree, such as <c>/vms</c>: the privilege is needed on every object below it</param>
public sealed record RightOn(ImmutableArray<string> AnyOf, string Path, bool IsForEach)
{
    /// <summary>As people are told what is missing: <c>Sys.Audit on /nodes/pve1</c>.</summary>
    public override string ToString() => $"{AnyOf[0]} on {Path}";
}
