namespace Compliance.Reporting;

/// <summary>What a colour of the terminal stands for. Words say the same, so that nothing is lost without it.</summary>
internal enum Ink
{
    Plain,
    Bad,
    Doubtful,
    Good,
    Notice,
    Strong,
    Quiet,
}
