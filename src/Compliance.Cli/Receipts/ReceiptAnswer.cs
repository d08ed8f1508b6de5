namespace Compliance.Cli.Receipts;

/// <summary>Whether a receipt opens anything, in one line.</summary>
/// <param name="Line">for people; texts from outside are visible</param>
internal sealed record ReceiptAnswer(int ExitCode, string Line)
{
    public static ReceiptAnswer Valid(string why) => new(Cli.ExitCode.Compliant, $"VALID  {why}");

    public static ReceiptAnswer NotValid(string why) => new(Cli.ExitCode.Findings, $"NOT VALID  {why}");

    public static ReceiptAnswer Unknown(string why) => new(Cli.ExitCode.CouldNotAssess, $"UNKNOWN  {why}");
}
