namespace Compliance.Cel.Checking;

/// <summary>What somebody probably meant.</summary>
/// <param name="Text">ready to be put in place</param>
/// <param name="IsSlip">nothing else can have been meant, see <see cref="Slip"/></param>
internal readonly record struct Suggestion(string Text, bool IsSlip);
