namespace Compliance.HostArchives.Reading;

/// <summary>
/// An archive asks for more than is read of any, so nothing is known of it. Leaves this project as
/// <see cref="Core.Model.HostArchiveState.Unreadable"/>.
/// </summary>
internal sealed class BeyondBoundsException(string reason) : Exception(reason);
