using System.Text;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Turns the bytes of a file into text that can be parsed, or into the problem that says why not.</summary>
internal sealed class SourceReader(IPolicyFiles files, ProblemList problems)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SortedDictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>Every file that was read, with <c>\n</c> as line end.</summary>
    public IReadOnlyDictionary<string, string> Sources => _sources;

    /// <summary>Null when the file is missing (<paramref name="whenMissing"/> is called) or cannot be used (reported).</summary>
    public SourceText? Read(string name, Action whenMissing)
    {
        var content = files.Read(name);
        var top = new Place(name, 1, 1, 1, 1);
        if (content.Bytes is not { } bytes)
        {
            if (content.IsMissing)
            {
                whenMissing();
            }
            else
            {
                problems.Add(
                    ProblemCodes.Unreadable,
                    top,
                    $"could not read \"{name}\": {content.Fault}",
                    "Give the account that runs this the right to read it.");
            }

            return null;
        }

        if (bytes.Length > FileContent.Largest)
        {
            problems.Add(ProblemCodes.TooLarge, top, $"\"{name}\" is larger than 1 MiB", "Is this the right file?");
            return null;
        }

        return Decode(name, bytes);
    }

    /// <summary>A file that was listed, so that its absence is a fault too.</summary>
    public SourceText? ReadListed(string name) => Read(name, whenMissing: () => problems.Add(
        ProblemCodes.Unreadable, new Place(name, 1, 1, 1, 1), $"could not read \"{name}\": it is listed, but not there", "If it is a link, mend or remove it."));

    /// <summary>From now on, other characters stand at a place of a file that was read: what must not be shown with a problem's line.</summary>
    public void Hide(Place place)
    {
        if (!_sources.TryGetValue(place.File, out var shown))
        {
            return;
        }

        var text = shown.ToCharArray();
        var (line, column) = (1, 1);
        for (var at = 0; at < text.Length; at++, column++)
        {
            var isInside = (line, column).CompareTo((place.Line, place.Column)) >= 0 && (line, column).CompareTo((place.EndLine, place.EndColumn)) < 0;
            if (text[at] == '\n')
            {
                (line, column) = (line + 1, 0);
            }
            else if (isInside)
            {
                text[at] = '*';
            }
        }

        _sources[place.File] = new string(text);
    }

    private SourceText? Decode(string name, byte[] bytes)
    {
        var content = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        string text;
        try
        {
            text = WithPlainLineEnds(StrictUtf8.GetString(content));
        }
        catch (DecoderFallbackException fault)
        {
            var before = new SourceText(name, WithPlainLineEnds(Encoding.UTF8.GetString(content[..Math.Max(fault.Index, 0)])));
            problems.Add(
                ProblemCodes.NotUtf8,
                before.PlaceOf(before.Text.Length, before.Text.Length),
                "the file is not UTF-8 here",
                "Save it as UTF-8.");
            return null;
        }

        var source = new SourceText(name, text);
        _sources[name] = text;
        return HasForbiddenCharacter(source) ? null : source;
    }

    private static string WithPlainLineEnds(string text) =>
        text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    /// <summary>
    /// YAML 1.2.2 section 5.1 forbids most control characters. U+0085, U+2028 and U+2029 end a line for the parser (YAML 1.1)
    /// but not in every editor, so positions would be wrong after them.
    /// </summary>
    private bool HasForbiddenCharacter(SourceText source)
    {
        for (var index = 0; index < source.Text.Length; index++)
        {
            var character = source.Text[index];
            if (character is '\n' or '\t' || !char.IsControl(character) && character is not ('\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF'))
            {
                continue;
            }

            problems.Add(
                ProblemCodes.ForbiddenCharacter,
                source.PlaceOf(index, index + 1),
                $"the character U+{(int)character:X4} must not stand here",
                "Remove it, or write it as an escape in double quotes.");
            return true;
        }

        return false;
    }
}
