using Compliance.Core.Model;

namespace Compliance.Core.Tests.Model;

/// <summary>Which finding of today is the one that was accepted.</summary>
public sealed class BaselineEntryTests
{
    [Theory]
    [InlineData(Verdict.Fail, false, Verdict.Fail, false, true)]
    [InlineData(Verdict.Unknown, false, Verdict.Unknown, false, true)]
    [InlineData(Verdict.Fail, false, Verdict.Unknown, false, false)]
    [InlineData(Verdict.Unknown, false, Verdict.Fail, false, false)]
    [InlineData(Verdict.Fail, true, Verdict.Fail, true, true)]
    [InlineData(Verdict.Fail, false, Verdict.Fail, true, true)]
    [InlineData(Verdict.Fail, true, Verdict.Fail, false, false)]
    public void It_accepts_the_same_verdict_and_what_was_waived_only_while_it_is(Verdict then, bool wasWaived, Verdict now, bool isWaived, bool isAccepted)
    {
        var entry = new BaselineEntry("00000000000000ff", "BKP104", "qemu/101", then, wasWaived);

        entry.Accepts(Finding("00000000000000ff", now, isWaived)).Should().Be(isAccepted);
        entry.Accepts(Finding("00000000000000fe", now, isWaived)).Should().BeFalse("that is another finding");
    }

    private static Finding Finding(string fingerprint, Verdict verdict, bool isWaived)
    {
        var place = new Place("waivers.yaml", 1, 1, 1, 2);
        var text = new Placed<string>("BKP104", place);
        var day = new Placed<DateOnly>(new DateOnly(2026, 11, 23), place);
        return new Finding
        {
            Rule = "BKP104",
            Fault = "guest-not-backed-up",
            Title = "t",
            Subject = new Subject(SubjectKind.Guest, "qemu/101"),
            Verdict = verdict,
            Severity = Severity.Error,
            Message = "m",
            Clauses = [],
            Why = "w",
            Waiver = isWaived ? new Waiver { Rule = text, Subjects = [text], Owner = text, Reason = text, Made = day, Expires = day, Place = place } : null,
            Fingerprint = fingerprint,
        };
    }
}
