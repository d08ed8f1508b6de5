namespace Compliance.Core.Model;

/// <summary>How many findings a run has.</summary>
/// <param name="Errors">failed without a waiver, as warnings and infos</param>
/// <param name="Unknown">could not be judged</param>
public sealed record NoticeCounts(int Errors, int Warnings, int Infos, int Unknown, int Waived);
