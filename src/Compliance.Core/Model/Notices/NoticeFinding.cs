namespace Compliance.Core.Model;

/// <summary>One finding as a notice tells it; every text is one visible line.</summary>
/// <param name="Standing">how it stands to what was last told: <c>new</c>, <c>unchanged</c>, <c>returned</c>, <c>waived</c>, <c>resolved</c>, <c>not-seen</c>; null when nothing is compared</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c></param>
/// <param name="Verdict"><c>fail</c> or <c>unknown</c></param>
public sealed record NoticeFinding(string? Standing, string Severity, string Verdict, string Rule, string Subject, string? SubjectName, string Message);
