using Compliance.Reporting;

namespace Compliance.Cli;

/// <summary>One <c>-o FORMAT[:FILE]</c>: what to write, and where; without a file to stdout.</summary>
internal sealed record OutputTarget(string Format, string? File)
{
    /// <summary>A target of a report.</summary>
    /// <exception cref="UsageException">there is no such format</exception>
    public static OutputTarget Parse(string text) => Parse(text, ReportFormats.Names);

    /// <param name="text">as given</param>
    /// <param name="formats">those of the command</param>
    /// <exception cref="UsageException">there is no such format</exception>
    public static OutputTarget Parse(string text, IReadOnlyList<string> formats)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (format, file) = colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
        if (!formats.Contains(format, StringComparer.Ordinal))
        {
            throw new UsageException($"-o {text}: there is no format \"{format}\"; there are {string.Join(", ", formats)}. To write a file: -o {formats[^1]}:FILE");
        }

        return file is { Length: 0 }
            ? throw new UsageException($"-o {text}: no file after the colon; leave the colon out for stdout.")
            : new OutputTarget(format, file);
    }
}
