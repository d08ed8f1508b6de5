namespace Compliance.Core.Model;

/// <summary>A day of which restore points are there.</summary>
/// <param name="Guests">how many guests of the group have one</param>
public readonly record struct PresentDay(DateOnly Date, int Guests);
