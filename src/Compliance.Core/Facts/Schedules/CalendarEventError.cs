namespace Compliance.Core.Facts.Schedules;

/// <summary>Why Proxmox VE would refuse a schedule. Data, not an exception: a job in the wild may hold anything.</summary>
/// <param name="Position">0-based index into the text as given, where reading stopped; the length of the text at its end</param>
/// <param name="Message">what is wrong there, and the way to write it if that is known</param>
public sealed record CalendarEventError(int Position, string Message);
