using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A table of the inventory appendix. Cells are plain, untrusted text; an unreadable cell is <c>?</c>, an absent one <c>–</c>.</summary>
public sealed record AppendixTable(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows);
