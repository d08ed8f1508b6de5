namespace Compliance.Reporting;

/// <summary>Markup of our own that goes out as it is. Only the stylesheet is.</summary>
internal sealed record Raw(string Markup);
