using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>Text with expressions in it, <c>compresses with {job.compression}</c>, compiled.</summary>
public sealed record MessageTemplate(ImmutableArray<TemplatePart> Parts);
