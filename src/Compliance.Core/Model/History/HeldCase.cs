namespace Compliance.Core.Model;

/// <summary>
/// What a run looked at and did not find: the proof that an earlier finding was judged again. A run has one for whatever held, and where
/// its rule could not judge everything, for what the rule did not speak of; elsewhere nothing else can be behind a finding's absence.
/// </summary>
/// <param name="Fingerprint">that its finding would have; see <see cref="Finding.Fingerprint"/></param>
/// <param name="Rule">such as <c>BKP104</c></param>
/// <param name="Holds">false: the rule did not speak of it</param>
/// <param name="Expected">what was wanted, where the rule says it of what holds too; untrusted text</param>
/// <param name="Actual">what was found, likewise</param>
public sealed record HeldCase(string Fingerprint, string Rule, bool Holds, string? Expected, string? Actual);
