using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Compliance.Core.Facts.Notifications;
using Compliance.Core.Model;

namespace Compliance.Core.Tests.Facts.Notifications;

/// <summary>Reads what vectors say of matchers, targets, users and events.</summary>
internal static class NotificationJson
{
    public static NotificationMatcher Matcher(JsonElement matcher) => new()
    {
        Name = matcher.TryGetProperty("name", out var name) ? name.GetString()! : "m",
        Mode = matcher.TryGetProperty("mode", out var mode) ? mode.GetString()! : "all",
        IsInverted = Flag(matcher, "invert-match"),
        IsDisabled = Flag(matcher, "disable"),
        Fields = Texts(matcher, "match-field"),
        Severities = Texts(matcher, "match-severity"),
        Calendars = Texts(matcher, "match-calendar"),
        Targets = Texts(matcher, "target"),
    };

    public static Listing<NotificationMatcher> Matchers(JsonElement config)
        => new([.. config.GetProperty("matchers").EnumerateArray().Select(Matcher)], null);

    public static Listing<NotificationTarget> Targets(JsonElement config)
        => new([.. config.GetProperty("endpoints").EnumerateArray().Select(Target)], null);

    public static Listing<UserState> Users(JsonElement config)
        => new([.. config.GetProperty("users").EnumerateObject().Select(u => new UserState(u.Name, true, null, Text(u.Value, "email")))], null);

    /// <summary>The event of a <c>matcher</c> vector, with its time when it has one.</summary>
    public static NotificationEvent Event(JsonElement vector)
    {
        var happened = vector.GetProperty("notification");
        var fields = happened.GetProperty("fields").EnumerateObject().ToFrozenDictionary(f => f.Name, f => f.Value.GetString()!, StringComparer.Ordinal);
        return new NotificationEvent(happened.GetProperty("severity").GetString()!, fields, Time(happened, vector));
    }

    /// <summary>A failing run; vectors of deliveries need not say of which job on which node.</summary>
    public static NotificationEvent Failure(JsonElement vector)
    {
        var job = vector.GetProperty("job");
        return NotificationEvent.FailedBackup(Text(vector, "node") ?? "pve1", Text(job, "id")) with { LocalTime = Time(vector, vector) };
    }

    private static NotificationTarget Target(JsonElement target) => new(
        Text(target, "name")!,
        Text(target, "type")!,
        Flag(target, "disable"),
        Observation.Known(new MailRecipients(Texts(target, "mailto"), Texts(target, "mailto-user"))));

    private static DateTime? Time(JsonElement place, JsonElement vector)
        => place.TryGetProperty("timestamp", out var epoch) || place.TryGetProperty("epoch", out epoch)
            ? TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(epoch.GetInt64()), VectorFile.Zone(vector)).DateTime
            : Text(place, "time") is { } local ? DateTime.Parse(local, CultureInfo.InvariantCulture) : null;

    private static string? Text(JsonElement of, string key) => of.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static bool Flag(JsonElement of, string key)
        => of.TryGetProperty(key, out var value) && (value.ValueKind == JsonValueKind.True || value.ToString() == "1");

    private static ImmutableArray<string> Texts(JsonElement of, string key)
        => !of.TryGetProperty(key, out var value) ? []
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetString()!)]
            : [value.GetString()!];
}
