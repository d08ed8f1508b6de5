using System.Globalization;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Reporting;

/// <summary>How values of the model are spelled in every format. The lower-case words are contract: other programs read them.</summary>
internal static class Words
{
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Compliant => "compliant",
        Outcome.Drift => "drift",
        Outcome.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Of(ReadinessOutcome outcome) => outcome switch
    {
        ReadinessOutcome.Go => "go",
        ReadinessOutcome.NoGo => "no-go",
        ReadinessOutcome.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>As a policy writes it under <c>backup-before:</c>.</summary>
    public static string Of(ChangeKind change) => change switch
    {
        ChangeKind.Upgrade => "upgrade",
        ChangeKind.NetworkChange => "network-change",
        ChangeKind.StorageChange => "storage-change",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    public static string Of(Verdict verdict) => VerdictText.Of(verdict);

    /// <summary>The verdict of a clause; one that judged no subject proves nothing, so it is as good as not checked.</summary>
    public static string OfClause(Verdict? verdict) => verdict switch
    {
        null or Verdict.NotApplicable => "not-checked",
        { } checkedVerdict => Of(checkedVerdict),
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    public static string Of(WaiverFault fault) => fault switch
    {
        WaiverFault.Expired => "expired",
        WaiverFault.NotBegun => "not-begun",
        WaiverFault.OverBroad => "over-broad",
        WaiverFault.Unused => "unused",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    /// <summary>Null without a baseline.</summary>
    public static string? Of(Drift? drift) => drift switch
    {
        null => null,
        Drift.New => "new",
        Drift.Unchanged => "unchanged",
        _ => throw new ArgumentOutOfRangeException(nameof(drift)),
    };

    public static string Of(NoticeState state) => state switch
    {
        NoticeState.Sent => "sent",
        NoticeState.NotDue => "not-due",
        NoticeState.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(ClauseProof how) => how switch
    {
        ClauseProof.Live => "live",
        ClauseProof.Evidence => "evidence",
        ClauseProof.Both => "both",
        ClauseProof.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    public static string Of(PolicyPhase phase) => phase switch
    {
        PolicyPhase.Local => "local",
        PolicyPhase.Transition => "transition",
        PolicyPhase.Pbs => "pbs",
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };

    public static string Of(SubjectKind kind) => kind switch
    {
        SubjectKind.Guest => "guest",
        SubjectKind.Volume => "volume",
        SubjectKind.Job => "job",
        SubjectKind.Storage or SubjectKind.NodeStorage => "storage",
        SubjectKind.Node => "node",
        SubjectKind.Service or SubjectKind.Tier => "tier",
        SubjectKind.Estate => "estate",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>UTC with <c>Z</c>; fractions of a second only when there are any.</summary>
    public static string Of(DateTimeOffset moment)
        => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>For people: <c>2026-11-23 06:09:43 UTC</c>.</summary>
    public static string ForPeople(DateTimeOffset moment)
        => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary><c>1 guest</c>, <c>2 guests</c>.</summary>
    public static string Count(int count, string one) => Count(count, one, one + "s");

    /// <summary><c>1 storage sees</c>, <c>2 storages see</c>.</summary>
    public static string Count(int count, string one, string many)
        => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
