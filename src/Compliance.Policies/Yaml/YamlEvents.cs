using Compliance.Core.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Compliance.Policies;

/// <summary>The parser's events. A syntax fault is reported and ends them.</summary>
internal sealed class YamlEvents(SourceText source, ProblemList problems)
{
    private readonly Parser _parser = new(new Scanner(new StringReader(source.Text), skipComments: true));

    /// <summary>Whether nothing further can be read; <see cref="Current"/> is then of no use.</summary>
    public bool HasStopped { get; private set; }

    public ParsingEvent? Current => _parser.Current;

    /// <summary>
    /// Takes the next event. The parser reports faults as <see cref="YamlException"/>, and in places where it is surprised as
    /// other exceptions of its own (18.1.0: <c>a: [1, 2⏎b: 3</c> throws InvalidOperationException from ScanPlainScalar).
    /// </summary>
    public void Advance()
    {
        if (HasStopped)
        {
            return;
        }

        try
        {
            if (!_parser.MoveNext())
            {
                Refuse();
            }
        }
        catch (YamlException fault)
        {
            var (message, fix) = SyntaxFaultText.Of(fault.Message);
            var place = message == SyntaxFaultText.Tab ? FirstIndentingTab(IndexOf(fault.Start)) : PlaceOf(fault.Start, fault.End);
            problems.Add(ProblemCodes.Syntax, place, message, fix);
            HasStopped = true;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            Refuse();
        }
    }

    /// <summary>
    /// Reports that the events make no sense from here on, and ends them. The parser does not only throw when it is surprised
    /// (18.1.0: after <c>e: k #⏎ *x</c> it gives a mapping a key without a value).
    /// </summary>
    public void Refuse()
    {
        var at = Current is { } last ? IndexOf(last.End) : 0;
        problems.Add(
            ProblemCodes.Syntax,
            source.PlaceOf(at, at),
            "what follows here is not valid YAML",
            "Look for a bracket or quote that is not closed.");
        HasStopped = true;
    }

    /// <summary>Ends the events before their end.</summary>
    public void Stop() => HasStopped = true;

    public Place PlaceOf(Mark start, Mark end) => source.PlaceOf(IndexOf(start), IndexOf(end));

    public int IndexOf(Mark mark) => (int)Math.Clamp(mark.Index, 0, source.Text.Length);

    /// <summary>For a tab the parser names the place of the mapping around it; the reader wants to see the tab.</summary>
    private Place FirstIndentingTab(int from)
    {
        for (var tab = source.Text.IndexOf('\t', from); tab >= 0; tab = source.Text.IndexOf('\t', tab + 1))
        {
            var lineStart = source.Text.LastIndexOf('\n', tab) + 1;
            if (source.Text.AsSpan(lineStart, tab - lineStart).IndexOfAnyExcept(' ', '\t') < 0)
            {
                return source.PlaceOf(tab, tab + 1);
            }
        }

        return source.PlaceOf(from, from);
    }
}
