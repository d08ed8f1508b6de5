using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Facts.Estates;

/// <summary>A job's schedule, understood or not.</summary>
/// <param name="Event">null when it is missing or cannot be parsed</param>
/// <param name="Fault">why no run ever starts, such as <c>its schedule never fires</c>; null when one does</param>
public sealed record JobSchedule(CalendarEvent? Event, string? Fault);
