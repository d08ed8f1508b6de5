using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Compliance.Reporting;

namespace Compliance.Cli.Logging;

/// <summary>
/// stderr of a run. For people it passes on what it is given; with <c>--log</c> it makes each line an event, so that nothing else ever
/// stands between events. Fields are chosen where they are written: counts, files, names. No token is among them.
/// </summary>
internal sealed class RunLog(TextWriter inner, TimeProvider clock) : TextWriter(CultureInfo.InvariantCulture)
{
    private const string Prefix = "pve-compliance: ";

    private readonly StringBuilder line = new();

    public LogForm Form { get; set; }

    /// <summary>What people look at; for progress that is drawn.</summary>
    public TextWriter Inner => inner;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (Form == LogForm.People)
        {
            inner.Write(value);
        }
        else if (value == '\n')
        {
            EndLine();
        }
        else
        {
            line.Append(value);
        }
    }

    public override void Write(string? value)
    {
        if (Form == LogForm.People)
        {
            inner.Write(value);
            return;
        }

        foreach (var character in value ?? "")
        {
            Write(character);
        }
    }

    public override void WriteLine(string? value)
    {
        if (Form == LogForm.People)
        {
            inner.WriteLine(value);
            return;
        }

        Write(value);
        EndLine();
    }

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override void Flush() => inner.Flush();

    /// <summary>What happened; people are not told.</summary>
    public void Info(string message, params ReadOnlySpan<(string Name, object? Value)> fields)
    {
        if (Form != LogForm.People)
        {
            Event("info", message, fields);
        }
    }

    /// <summary>What went wrong, and ends no run.</summary>
    /// <param name="message">untrusted text</param>
    public void Warning(string message, params ReadOnlySpan<(string Name, object? Value)> fields) => Say("warning", message, fields);

    /// <summary>What went wrong.</summary>
    /// <param name="message">untrusted text</param>
    public void Error(string message, params ReadOnlySpan<(string Name, object? Value)> fields) => Say("error", message, fields);

    private void Say(string level, string message, ReadOnlySpan<(string Name, object? Value)> fields)
    {
        if (Form == LogForm.People)
        {
            inner.WriteLine(Prefix + UntrustedText.Visible(message));
        }
        else
        {
            Event(level, message, fields);
        }
    }

    private void EndLine()
    {
        var text = line.ToString().TrimEnd('\r');
        line.Clear();
        if (text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            Event("error", text[Prefix.Length..], []);
        }
        else if (text.Trim().Length > 0)
        {
            Event("info", text, []);
        }
    }

    private void Event(string level, string message, ReadOnlySpan<(string Name, object? Value)> fields)
        => inner.WriteLine(Form == LogForm.Json ? Json(level, message, fields) : Plain(level, message, fields));

    private string Plain(string level, string message, ReadOnlySpan<(string Name, object? Value)> fields)
    {
        var text = new StringBuilder($"{Now()} {level} {UntrustedText.Visible(message)}");
        foreach (var (name, value) in fields)
        {
            var written = UntrustedText.Visible(Text(value));
            var needsQuotes = written.Length == 0 || written.AsSpan().IndexOfAny(' ', '"', '=') >= 0;
            text.Append(CultureInfo.InvariantCulture, $" {name}={(needsQuotes ? $"\"{written.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : written)}");
        }

        return text.ToString();
    }

    private string Json(string level, string message, ReadOnlySpan<(string Name, object? Value)> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("time", Now());
            writer.WriteString("level", level);
            writer.WriteString("message", message);
            foreach (var (name, value) in fields)
            {
                if (value is int or long)
                {
                    writer.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                }
                else
                {
                    writer.WriteString(name, Text(value));
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private string Now() => clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
