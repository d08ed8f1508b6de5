namespace Compliance.Core.Model;

/// <summary>What the policy promises a guest: its tier's schedule and retention.</summary>
/// <param name="Level">of the tier</param>
/// <param name="Title">of the tier</param>
/// <param name="Schedule">a calendar event, or the cadence where the policy leaves the time open: <c>daily</c></param>
/// <param name="Keep">in Proxmox's notation: <c>keep-daily=7,keep-weekly=4</c></param>
/// <param name="Slack">how late a run may be before its window counts as missed</param>
public sealed record GuestPromise(int Level, string Title, string Schedule, string Keep, TimeSpan Slack);
