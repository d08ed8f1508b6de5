namespace Compliance.Reporting;

/// <summary>How much of a text the formats for people show, in characters; what is cut is counted in its place. JSON cuts nothing.</summary>
internal static class Limits
{
    public const int Name = 80;
    public const int Value = 400;
    public const int Message = 1200;
}
