namespace Compliance.Core.Model;

/// <summary>Guests that belong to no tier on purpose; the report names them with the reason.</summary>
public sealed record Exemption(GuestSelector Guests, Placed<string> Reason, Place Place);
