namespace Compliance.Cli.Logging;

/// <summary>How stderr is written.</summary>
internal enum LogForm
{
    /// <summary>For whoever looks on: what went wrong, and what was written. The default.</summary>
    People,

    /// <summary>One event a line: time, level, message, and fields as <c>name=value</c>.</summary>
    Plain,

    /// <summary>One event a line, each a JSON document.</summary>
    Json,
}
