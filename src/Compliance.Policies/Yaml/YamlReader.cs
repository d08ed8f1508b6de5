using System.Collections.Immutable;
using Compliance.Core.Model;
using YamlDotNet.Core.Events;

namespace Compliance.Policies;

/// <summary>
/// Reads one YAML document from parser events into nodes with places. What makes YAML ambiguous or unsafe is refused:
/// anchors, aliases, tags, directives, merge keys, duplicate keys, further documents, deep nesting.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>Nesting beyond this ends the file: the scanner needs quadratic time for it (0.5 MB of <c>[</c>: minutes).</summary>
    public const int DeepestNesting = 32;

    private readonly SourceText _source;
    private readonly ProblemList _problems;
    private readonly YamlEvents _events;

    private YamlReader(SourceText source, ProblemList problems)
    {
        _source = source;
        _problems = problems;
        _events = new YamlEvents(source, problems);
    }

    /// <summary>The root node, or null when the file is empty or its syntax is broken; both are reported.</summary>
    public static YamlNode? Read(SourceText source, ProblemList problems)
    {
        var reader = new YamlReader(source, problems);
        return reader.ReadDocument();
    }

    private YamlNode? ReadDocument()
    {
        _events.Advance(); // to StreamStart
        _events.Advance();
        if (_events.HasStopped)
        {
            return null;
        }

        if (_events.Current is not DocumentStart document)
        {
            return Empty();
        }

        RefuseDirectives(document);
        _events.Advance();
        var root = ReadNode(0);
        _events.Advance(); // past DocumentEnd
        if (!_events.HasStopped && _events.Current is DocumentStart next)
        {
            _problems.Add(
                ProblemCodes.SeveralDocuments,
                _events.PlaceOf(next.Start, next.End),
                "a second YAML document begins here",
                "Keep one document per file; remove the \"---\" or split the file.");
        }

        if (_events.HasStopped)
        {
            return null;
        }

        return root is YamlScalar { Kind: ScalarKind.Null } ? Empty() : root;
    }

    private YamlNode? Empty()
    {
        _problems.Add(
            ProblemCodes.EmptyFile,
            _source.PlaceOf(0, 0),
            $"\"{_source.File}\" is empty",
            "Write at least the required settings, or remove the file.");
        return null;
    }

    /// <summary>The node at the parser's position, which is left after it.</summary>
    private YamlNode? ReadNode(int depth)
    {
        if (_events.HasStopped || _events.Current is not { } current)
        {
            return null;
        }

        if (depth > DeepestNesting)
        {
            _problems.Add(
                ProblemCodes.TooDeep,
                _events.PlaceOf(current.Start, current.End),
                $"nested more than {DeepestNesting} levels deep",
                "Nothing this tool reads needs that; the rest of the file was not read.");
            _events.Stop();
            return null;
        }

        RefuseProperties(current);
        switch (current)
        {
            case Scalar scalar:
                _events.Advance();
                return NewScalar(scalar);
            case SequenceStart start:
                return ReadSequence(start, depth);
            case MappingStart start:
                return ReadMapping(start, depth);
            case AnchorAlias:
                var place = _events.PlaceOf(current.Start, current.End);
                _problems.Add(
                    ProblemCodes.YamlFeature,
                    place,
                    $"the alias {Words.Quoted(Text(place))} is not supported",
                    "Write the value out, so that every line says what it means.");
                _events.Advance();
                return new YamlBroken(place);
            default:
                _events.Refuse();
                return null;
        }
    }

    private YamlSequence? ReadSequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        _events.Advance();
        while (!_events.HasStopped && _events.Current is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        if (_events.HasStopped)
        {
            return null;
        }

        var place = CollectionPlace(start, items.Count > 0 ? items[^1].Place : null, start.Style == SequenceStyle.Flow);
        _events.Advance();
        return new YamlSequence(items.ToImmutable(), place);
    }

    private YamlMapping? ReadMapping(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        Place? last = null;
        _events.Advance();
        while (!_events.HasStopped && _events.Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is null || value is null)
            {
                return null;
            }

            last = value.Place;
            if (IsUsableKey(key, value, lines))
            {
                entries.Add(new YamlEntry((YamlScalar)key, value));
            }
        }

        if (_events.HasStopped)
        {
            return null;
        }

        var place = CollectionPlace(start, last, start.Style == MappingStyle.Flow);
        _events.Advance();
        return new YamlMapping(entries.ToImmutable(), place);
    }

    private bool IsUsableKey(YamlNode key, YamlNode value, Dictionary<string, int> lines)
    {
        if (key is not YamlScalar scalar || scalar.Value.Length == 0)
        {
            if (key is not YamlBroken)
            {
                // The parser gives an empty key the place of the entry before it.
                _problems.Add(
                    ProblemCodes.BadKey,
                    key is YamlScalar ? value.Place : key.Place,
                    "a key must be a word",
                    "Write it as \"word: value\".");
            }

            return false;
        }

        if (scalar is { IsPlain: true, Value: "<<" })
        {
            _problems.Add(
                ProblemCodes.YamlFeature,
                key.Place,
                "the merge key \"<<\" is not supported",
                "Write the settings out, so that every line says what it means.");
            return false;
        }

        if (lines.TryAdd(scalar.Value, scalar.Place.Line))
        {
            return true;
        }

        _problems.Add(
            ProblemCodes.DuplicateKey,
            key.Place,
            $"{Words.Quoted(scalar.Value)} is already set in line {lines[scalar.Value]}",
            "Keep one of the two.");
        return false;
    }

    private void RefuseDirectives(DocumentStart document)
    {
        if (document.Version is not null || document.Tags is { Count: > 0 } && !document.IsImplicit && _source.Text.StartsWith('%'))
        {
            _problems.Add(
                ProblemCodes.YamlFeature,
                _events.PlaceOf(document.Start, document.Start),
                "a YAML directive (%...) is not supported",
                "Remove the line: files are always read as YAML 1.2.");
        }
    }

    private void RefuseProperties(ParsingEvent current)
    {
        if (current is not NodeEvent node || current is AnchorAlias)
        {
            return;
        }

        if (!node.Anchor.IsEmpty)
        {
            _problems.Add(
                ProblemCodes.YamlFeature,
                Sign(node),
                $"the anchor {Words.Quoted("&" + node.Anchor.Value)} is not supported",
                "Remove it, and write the value out where it is used.");
        }

        if (!node.Tag.IsEmpty)
        {
            _problems.Add(
                ProblemCodes.YamlFeature,
                Sign(node),
                $"the tag {Words.Quoted(node.Tag.Value)} is not supported",
                node.Tag.Value.StartsWith("tag:", StringComparison.Ordinal) ? "Remove it; the setting decides the type." : "Put a value that begins with \"!\" in quotes.");
        }
    }

    /// <summary>The first word of an event: its anchor or tag.</summary>
    private Place Sign(NodeEvent node)
    {
        var start = _events.IndexOf(node.Start);
        var length = _source.Text.AsSpan(start).IndexOfAny(' ', '\n');
        return _source.PlaceOf(start, length < 0 ? _source.Text.Length : start + length);
    }

    private YamlScalar NewScalar(Scalar scalar)
    {
        var start = _events.IndexOf(scalar.Start);
        var end = Math.Max(start, _events.IndexOf(scalar.End));
        var written = _source.Text.AsSpan(start, end - start).TrimEnd().Length;
        return new YamlScalar(_source, scalar.Value, scalar.Style, start, start + written);
    }

    private Place CollectionPlace(NodeEvent start, Place? lastChild, bool isFlow)
    {
        var from = _events.IndexOf(start.Start);
        if (isFlow)
        {
            return _source.PlaceOf(from, _events.IndexOf(_events.Current!.End) + 1);
        }

        var first = _source.PlaceOf(from, from);
        return lastChild is { } last ? first with { EndLine = last.EndLine, EndColumn = last.EndColumn } : first;
    }

    private string Text(Place place) => place.Line == place.EndLine ? _source.Line(place.Line)[(place.Column - 1)..(place.EndColumn - 1)] : "*";
}
