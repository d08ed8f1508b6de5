using System.Diagnostics.CodeAnalysis;

namespace Compliance.Core.Facts.Schedules;

/// <summary>A schedule that was read: either <see cref="Event"/> or <see cref="Error"/> is set, never both.</summary>
public sealed record CalendarEventResult
{
    private CalendarEventResult(string text, CalendarEvent? value, CalendarEventError? error)
    {
        Text = text;
        Event = value;
        Error = error;
    }

    /// <summary>The text as given.</summary>
    public string Text { get; }

    public CalendarEvent? Event { get; }

    public CalendarEventError? Error { get; }

    [MemberNotNullWhen(true, nameof(Event))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Event is not null;

    internal static CalendarEventResult Valid(string text, CalendarEvent value) => new(text, value, null);

    internal static CalendarEventResult Invalid(string text, int position, string message)
        => new(text, null, new CalendarEventError(position, message));
}
