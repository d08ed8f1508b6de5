using System.Text.Json;
using Compliance.Core.Facts.Runs;

namespace Compliance.Core.Tests.Facts.Runs;

/// <summary>What the vectors call the parts of a guest's run.</summary>
internal static class LoggedGuest
{
    public static object? Value(GuestRun guest, string name) => name switch
    {
        "ok" => guest.Outcome is GuestOutcome.Finished,
        "type" => guest.Type,
        "mode" => guest.Mode,
        "status" => guest.WasStopped ? "stopped" : "running",
        "stopped" => guest.WasStopped,
        "fallback" => guest.IsFallback,
        "frozen" => guest.IsFrozen,
        "diskless" => guest.IsDiskless,
        "duration" => guest.Duration is { } d ? $"{(int)d.TotalHours:00}:{d.Minutes:00}:{d.Seconds:00}" : null,
        "archive" => guest.Archive,
        "size" => guest.Size,
        "pruned" => guest.Pruned,
        "error" => guest.Error,
        "warnings" => (long)guest.Warnings.Length,
        _ => throw new InvalidOperationException($"the vector expects {name}, which nobody reads"),
    };

    public static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetInt64(),
        _ => value.GetString(),
    };
}
