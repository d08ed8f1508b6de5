namespace Compliance.HostArchives.Reading;

/// <summary>An archive is not what its own format promises. Leaves this project as <see cref="Core.Model.HostArchiveState.Damaged"/>.</summary>
internal sealed class DamagedArchiveException(string reason, Exception? cause = null) : Exception(reason, cause);
