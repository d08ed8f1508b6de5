namespace Compliance.Core.Facts.Retentions;

/// <summary>A row of the prune dry run: <c>GET /nodes/N/storage/S/prunebackups</c>.</summary>
public sealed record MarkedBackup
{
    public required string Volid { get; init; }

    /// <summary><c>qemu</c>, <c>lxc</c>, <c>openvz</c> or <c>unknown</c>.</summary>
    public required string Type { get; init; }

    public required int? Vmid { get; init; }

    /// <summary>The time in a standard name, else that of the listing.</summary>
    public required DateTimeOffset Time { get; init; }

    public required PruneMark Mark { get; init; }
}
