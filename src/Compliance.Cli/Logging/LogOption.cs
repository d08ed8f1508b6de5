using System.CommandLine;

namespace Compliance.Cli.Logging;

/// <summary><c>--log</c>.</summary>
internal static class LogOption
{
    private const string Name = "--log";

    public static Option<string?> Create()
    {
        var option = new Option<string?>(Name) { Description = "write stderr as events, one a line: plain or json" };
        option.AcceptOnlyFromAmong("plain", "json");
        return option;
    }

    /// <summary>What was asked for; for people where the command has no such option.</summary>
    public static LogForm Of(ParseResult parsed)
        => parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == Name) is not Option<string?> log ? LogForm.People
        : parsed.GetValue(log) switch
        {
            "plain" => LogForm.Plain,
            "json" => LogForm.Json,
            _ => LogForm.People,
        };
}
