using System.Collections.Frozen;
using Compliance.Core.Facts.Notifications;
using Compliance.Core.Model;

namespace Compliance.Core.Tests.Facts.Notifications;

/// <summary>What the vectors leave open: times nobody can foretell, and statements nobody can read.</summary>
public sealed class MatcherTests
{
    private static readonly NotificationEvent Failure = NotificationEvent.FailedBackup("pve1", "backup-1");

    private static readonly NotificationMatcher All = new() { Name = "m", Mode = "all", Targets = ["t"] };

    [Fact]
    public void Window_of_the_day_cannot_be_told_for_a_run_that_ends_at_no_known_time()
    {
        var matcher = All with { Calendars = ["mon..fri 8-17"] };
        Matches(matcher).Should().BeNull();
        Matches(matcher with { IsInverted = true }).Should().BeNull();
        Matches(matcher with { Severities = ["info"] }).Should().BeFalse("the severity decides already");
        Matches(matcher with { Mode = "any", Severities = ["error"] }).Should().BeTrue();
        Matches(matcher with { Calendars = ["8-8"] }).Should().BeFalse("nothing is within an empty window");
        MatcherEvaluation.Evaluate(matcher, Failure with { LocalTime = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Unspecified) }).Matches.Should().BeTrue();
        MatcherEvaluation.Evaluate(matcher, Failure with { LocalTime = new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Unspecified) }).Matches.Should().BeFalse("that is a Sunday");
    }

    [Theory]
    [InlineData("exact:type=vzdump", true)]
    [InlineData("exact:type= replication , vzdump ", true)]
    [InlineData("exact:type=vz", false)]
    [InlineData("regex:type=zd", true)]
    [InlineData("regex:type=^zd", false)]
    [InlineData("regex:hostname=^[[:alpha:]]+[0-9]$", true)]
    [InlineData("regex:job-id=(?i)^BACKUP", true)]
    [InlineData("regex:job-id=[a-z&&[^b]]", null)]
    [InlineData("regex:hostname=(?x) p v e", null)]
    [InlineData("regex:hostname=[", null)]
    [InlineData("type=vzdump", null)]
    [InlineData("exact:nosuch=a", false)]
    public void Field_is_compared_or_searched(string statement, bool? matches) => Matches(All with { Fields = [statement] }).Should().Be(matches);

    [Fact]
    public void Unknown_mode_or_severity_cannot_be_told()
    {
        Matches(All with { Mode = "some" }).Should().BeNull();
        Matches(All with { Severities = ["fatal"] }).Should().BeNull();
    }

    [Fact]
    public void Inverting_a_matcher_without_statements_changes_nothing() => Matches(All with { IsInverted = true }).Should().BeTrue();

    [Fact]
    public void Hostile_pattern_takes_no_time()
        => MatcherEvaluation.Evaluate(
            All with { Fields = ["regex:hostname=(a+)+$"] },
            new NotificationEvent("error", new Dictionary<string, string> { ["hostname"] = new string('a', 5000) + "!" }.ToFrozenDictionary(), null))
            .Matches.Should().BeFalse();

    private static bool? Matches(NotificationMatcher matcher) => MatcherEvaluation.Evaluate(matcher, Failure).Matches;
}
