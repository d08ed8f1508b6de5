namespace Compliance.Core.Model;

/// <summary>What is asked of the plan of restore tests.</summary>
/// <param name="Tier">the level of the only tier to plan for; null for all</param>
/// <param name="Guest">the id of the guest to restore, such as <c>qemu/110</c>, instead of the one whose turn it is; null for that one</param>
/// <param name="VmIdFrom">the first vmid that a copy may have</param>
/// <param name="Within">a test that falls due within this time counts as due</param>
public sealed record DrillRequest(int? Tier, string? Guest, int VmIdFrom, TimeSpan Within)
{
    /// <summary>Far from where guests are numbered by hand.</summary>
    public const int DefaultVmIdFrom = 9000;

    /// <summary>Long enough to find a quiet hour.</summary>
    public static readonly TimeSpan DefaultWithin = TimeSpan.FromDays(14);
}
