namespace Compliance.Core.Model;

/// <summary>Where a live value stands.</summary>
/// <param name="Endpoint">such as <c>/cluster/backup/weekly-core</c></param>
/// <param name="Field">such as <c>enabled</c></param>
public sealed record LivePlace(string Endpoint, string Field);
