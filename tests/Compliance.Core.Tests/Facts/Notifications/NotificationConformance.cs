using System.Text.Json;
using Compliance.Core.Facts.Jobs;
using Compliance.Core.Facts.Notifications;
using Compliance.Core.Model;
using Xunit.Abstractions;

namespace Compliance.Core.Tests.Facts.Notifications;

/// <summary>Each vector of <c>notifications.json</c> is one row.</summary>
public sealed class NotificationConformance(ITestOutputHelper output)
{
    private const string File = "notifications.json";

    private static readonly string[] Kinds = ["matcher", "matcher-parse", "delivery"];

    public static IEnumerable<object[]> Matchers => VectorFile.Rows(File, "matcher");

    public static IEnumerable<object[]> Statements => VectorFile.Rows(File, "matcher-parse");

    public static IEnumerable<object[]> Deliveries => VectorFile.Rows(File, "delivery");

    [SkippableFact]
    public void Vectors_are_counted()
    {
        var summary = VectorFile.Summary(File, Kinds);
        output.WriteLine(summary);
        var counts = summary.Split(' ');
        counts[1].Should().Be(counts[3], "no vector is of a kind that nobody executes");
    }

    [SkippableTheory]
    [MemberData(nameof(Matchers))]
    public void Matcher_matches_as_in_Proxmox(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var matcher = NotificationJson.Matcher(vector.GetProperty("matcher"));
        var result = MatcherEvaluation.Evaluate(matcher, NotificationJson.Event(vector));
        result.Matches.Should().Be(vector.GetProperty("matches").GetBoolean(), label);
    }

    [SkippableTheory]
    [MemberData(nameof(Statements))]
    public void Statement_is_refused_as_in_Proxmox(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        bool[] accepted =
        [
            .. Texts(vector, "match_field").Select(s => FieldMatch.Parse(s) is not null),
            .. Texts(vector, "match_severity").Select(s => SeverityMatch.Parse(s) is not null),
            .. Texts(vector, "match_calendar").Select(s => DailyDuration.Parse(s) is not null),
        ];
        accepted.Should().NotBeEmpty(label);
        accepted.All(a => a).Should().Be(vector.GetProperty("expect").GetString() != "error", label);
    }

    [SkippableTheory]
    [MemberData(nameof(Deliveries))]
    public void Failing_run_reaches_whom_Proxmox_tells(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var settings = new EffectiveSettings(Options(vector, "job"), Observation.Known<IReadOnlyDictionary<string, string>>(Options(vector, "vzdump_conf")));
        var config = vector.GetProperty("config");
        var plan = new DeliveryPlan(NotificationJson.Matchers(config), NotificationJson.Targets(config), NotificationJson.Users(config));
        var reached = settings.Notifications.Value switch
        {
            NotificationPath.LegacySendmail => Delivery.ByMail(settings.MailTo.Value, doubt: null).Recipients.Value,
            NotificationPath.None => [],
            _ => plan.Of(NotificationJson.Failure(vector)).Recipients.Value,
        };
        reached.Should().BeEquivalentTo(vector.GetProperty("failure_reaches").EnumerateArray().Select(r => r.GetString()), label);
    }

    private static IEnumerable<string> Texts(JsonElement vector, string key)
        => vector.TryGetProperty(key, out var value) ? [value.GetString()!] : [];

    private static Dictionary<string, string> Options(JsonElement vector, string key)
        => vector.TryGetProperty(key, out var options)
            ? options.EnumerateObject().ToDictionary(o => o.Name, o => o.Value.ToString(), StringComparer.Ordinal)
            : [];
}
