using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// The settings of one mapping. What is asked for is what is allowed: <see cref="Close"/> reports every other key. A setting
/// that is faulty reads as its default and is reported, so that one run finds everything.
/// </summary>
internal sealed class Fields
{
    private readonly YamlMapping _mapping;
    private readonly string _noun;
    private readonly ProblemList _problems;
    private readonly List<string> _asked = [];

    private Fields(YamlMapping mapping, string noun, ProblemList problems)
    {
        _mapping = mapping;
        _noun = noun;
        _problems = problems;
    }

    public Place Place => _mapping.Place;

    public ProblemList Problems => _problems;

    /// <param name="noun">what the mapping is, such as <c>tier</c></param>
    /// <returns>null when the node is not a mapping, or an empty one; reported</returns>
    public static Fields? Of(YamlNode node, string noun, Field field)
    {
        if (node is not YamlMapping mapping)
        {
            Values.ReportType(node, field, $"{Words.WithArticle(noun)} with settings below it");
            return null;
        }

        if (mapping.Entries.Length > 0)
        {
            return new Fields(mapping, noun, field.Problems);
        }

        field.Report(ProblemCodes.Empty, mapping.Place, $"\"{field.Name}\" has no settings", "Write some, or remove the key.");
        return null;
    }

    /// <summary>Whether the key is written, faulty or not.</summary>
    public bool Has(string key) => _mapping.Find(key) is not null;

    /// <summary>The place of a key's value; the mapping's when it is not written.</summary>
    public Place PlaceOf(string key) => _mapping.Find(key)?.Value.Place ?? Place;

    public T? Optional<T>(string key, ValueReader<T> read)
    {
        _asked.Add(key);
        return _mapping.Find(key) is { } entry ? ReadEntry(entry, read) : default;
    }

    /// <param name="hint">what to write, when it is missing</param>
    public T? Required<T>(string key, ValueReader<T> read, string hint)
    {
        _asked.Add(key);
        if (_mapping.Find(key) is { } entry)
        {
            return ReadEntry(entry, read);
        }

        _problems.Add(ProblemCodes.MissingKey, Place, $"the {_noun} has no \"{key}\"", hint);
        return default;
    }

    /// <summary>An optional list; empty when it is not written.</summary>
    public ImmutableArray<T> List<T>(string key, ValueReader<T?> read)
        where T : struct
        => Optional(key, Lists.Of(read)) is { IsDefault: false } list ? list : [];

    /// <summary>Reports every key that was not asked for.</summary>
    public void Close()
    {
        foreach (var entry in _mapping.Entries)
        {
            if (!_asked.Contains(entry.Key.Value))
            {
                ReportUnknown(entry.Key);
            }
        }
    }

    private T? ReadEntry<T>(YamlEntry entry, ValueReader<T> read)
    {
        if (entry.Value is YamlBroken)
        {
            return default;
        }

        if (entry.Value is YamlScalar { Kind: ScalarKind.Null })
        {
            _problems.Add(ProblemCodes.Empty, entry.Key.Place, $"\"{entry.Key.Value}\" has no value", "Write one, or remove the key.");
            return default;
        }

        return read(entry.Value, new Field(entry.Key.Value, _problems));
    }

    private void ReportUnknown(YamlScalar key)
    {
        if (RenamedKeys.Find(_noun, key.Value) is (var ours, var whose) && _asked.Contains(ours))
        {
            var isFree = !Has(ours);
            _problems.Add(
                ProblemCodes.UnknownKey,
                key.Place,
                $"{Words.Quoted(key.Value)} is {whose} word for \"{ours}\"",
                isFree ? $"Write \"{ours}\"." : $"\"{ours}\" is written too: keep one of the two.",
                isFree ? key.Rewritten(ours) : null);
            return;
        }

        var near = Nearest.To(key.Value, _asked);
        if (near is not null && ProxmoxWords.All.Contains(key.Value) && !near.StartsWith(key.Value, StringComparison.OrdinalIgnoreCase))
        {
            near = null; // keep-yearly asks for something else than keep-weekly; pool is no other than pools
        }

        var fix = near is null ? $"Known here: {string.Join(", ", _asked)}." : $"Did you mean \"{near}\"?";
        _problems.Add(ProblemCodes.UnknownKey, key.Place, $"{Words.Quoted(key.Value)} is not {Words.WithArticle(_noun)} setting", fix, Mended(key, near));
    }

    /// <summary>The key that was surely meant, if it is not written beside it.</summary>
    private TextEdit? Mended(YamlScalar key, string? suggested)
        => !ProxmoxWords.All.Contains(key.Value) && Slip.Of(key.Value, _asked) is { } meant && meant == suggested && !Has(meant) ? key.Rewritten(meant) : null;
}
