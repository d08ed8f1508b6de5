using Compliance.Reporting;

namespace Compliance.Cli.Targets;

/// <summary>A target after its run.</summary>
/// <param name="Policy">the folder or file of its policy</param>
internal sealed record JudgedTarget(OverviewTarget Row, string Policy);
