using Compliance.Reporting;

namespace Compliance.Cli;

/// <summary>One <c>-o FORMAT[:FILE]</c>: what to write, and where; without a file to stdout.</summary>
internal sealed record OutputTarget(string Format, string? File)
{
    /// <exception cref="UsageException">there is no such format</exception>
    public static OutputTarget Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (format, file) = colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
        if (!ReportFormats.Names.Contains(format, StringComparer.Ordinal))
        {
            throw new UsageException($"-o {text}: there is no format \"{format}\"; there are {string.Join(", ", ReportFormats.Names)}. To write a file: -o html:report.html");
        }

        return file is { Length: 0 }
            ? throw new UsageException($"-o {text}: no file after the colon; leave the colon out for stdout.")
            : new OutputTarget(format, file);
    }
}
