using Compliance.Core.Facts.Retentions;
using Compliance.Core.Facts.Schedules;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// What a setting is, so that one meaning in two notations is one: <c>2:30</c> and <c>02:30</c>, retention in any order. A record may
/// state a part of it only, such as <c>disabled</c> of a job whose time stayed.
/// </summary>
/// <param name="Value">in its canonical notation; null: not stated</param>
/// <param name="IsEnabled">of a schedule, whether the job is enabled; null: not stated</param>
internal readonly record struct SettingValue(string? Value, bool? IsEnabled)
{
    /// <summary>What reports show between a schedule and its state.</summary>
    public const string Disabled = "disabled";

    private const string Enabled = "enabled";

    /// <param name="text">as reports print it, or as a person wrote it into a record</param>
    public static SettingValue Of(ChangeTopic topic, string text) => topic switch
    {
        ChangeTopic.Retention => new(KeepOptions.Parse(text.Trim()).Options?.ToString() ?? text.Trim(), null),
        ChangeTopic.Schedule => OfSchedule(text.Trim()),
        _ => new(text.Trim(), null),
    };

    /// <summary>What both state is the same.</summary>
    public bool Agrees(SettingValue other)
        => (Value is null || other.Value is null || Value == other.Value) && (IsEnabled is null || other.IsEnabled is null || IsEnabled == other.IsEnabled);

    /// <summary>What it becomes by a change that states the new value, or a part of it.</summary>
    public SettingValue With(SettingValue change) => new(change.Value ?? Value, change.IsEnabled ?? IsEnabled);

    private static SettingValue OfSchedule(string text)
    {
        foreach (var (word, isEnabled) in (ReadOnlySpan<(string, bool)>)[(Disabled, false), (Enabled, true)])
        {
            if (text == word)
            {
                return new(null, isEnabled);
            }

            if (text.EndsWith($", {word}", StringComparison.Ordinal))
            {
                return new(Canonical(text[..^(word.Length + 2)]), isEnabled);
            }
        }

        return new(Canonical(text), null);
    }

    private static string Canonical(string schedule) => CalendarEvent.Parse(schedule).Event?.ToString() ?? schedule;
}
