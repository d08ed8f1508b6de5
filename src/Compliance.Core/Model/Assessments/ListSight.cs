namespace Compliance.Core.Model;

/// <summary>How much of a list of the API was seen.</summary>
/// <param name="Name">what it lists, such as <c>guests</c></param>
/// <param name="Hidden">why more may be there; null when all was seen</param>
public sealed record ListSight(string Name, int Rows, Gap? Hidden);
