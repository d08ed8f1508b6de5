using System.Text.RegularExpressions;

namespace Compliance.Core.Facts.Configurations;

/// <summary>
/// Reads files of sections: a header <c>type: id</c>, indented lines <c>key value</c>, an empty line. Nothing is an error of the
/// file as a whole; what is not understood is dropped with a warning (pve-common, PVE/SectionConfig.pm, parse_config).
/// </summary>
/// <param name="schemaOf">the schema of a type, or null for one that nobody knows</param>
/// <param name="typeOf">the type as a header gives it, normalised</param>
/// <param name="problemOf">what is wrong with an id, or null</param>
internal sealed partial class SectionReader(Func<string, SectionSchema?> schemaOf, Func<string, string> typeOf, Func<string, string?> problemOf)
{
    private readonly List<string> _warnings = [];

    public List<string> Warnings => _warnings;

    public List<SectionDraft> Read(string text)
    {
        List<SectionDraft> sections = [];
        SectionDraft? open = null;
        var isInside = false;
        foreach (var line in text.Split('\n').Where(line => !Comments().IsMatch(line)))
        {
            // "0" is false to Perl, as the empty line is.
            if (line is "" or "0")
            {
                isInside = false;
            }
            else if (isInside)
            {
                if (open is not null)
                {
                    ReadLine(open, line);
                }
            }
            else if (Headers().Match(line) is { Success: true } header)
            {
                isInside = true;
                open = Open(typeOf(header.Groups[1].Value), header.Groups[2].Value);
                if (open is not null)
                {
                    sections.Add(open);
                }
            }
            else
            {
                _warnings.Add($"ignore config line: {line.Trim()}");
            }
        }

        return sections;
    }

    private SectionDraft? Open(string type, string id)
    {
        var problem = problemOf(id);
        var schema = schemaOf(type);
        if (problem is null && schema is not null)
        {
            return new SectionDraft(type, id, schema);
        }

        _warnings.Add($"skip section '{id}': {problem ?? $"unsupported type '{type}'"}");
        return null;
    }

    private void ReadLine(SectionDraft section, string line)
    {
        if (Lines().Match(line) is not { Success: true } match)
        {
            _warnings.Add($"section '{section.Id}': ignore config line: {line.Trim()}");
            return;
        }

        var key = match.Groups[1].Value;
        var text = match.Groups[2].Success ? match.Groups[2].Value : null;
        if (Take(section, key, text) is { } problem)
        {
            _warnings.Add($"section '{section.Id}': unable to parse value of '{key}': {problem}");
        }
    }

    private static string? Take(SectionDraft section, string key, string? text)
    {
        if (!section.Schema.Properties.TryGetValue(key, out var rule))
        {
            return "unexpected property";
        }

        var earlier = section.Values.GetValueOrDefault(key);
        if (earlier is not null && rule.Shape != PropertyShape.Array)
        {
            return "duplicate attribute";
        }

        if (rule.Read(text, out var problem) is not { } value)
        {
            return problem;
        }

        section.Values[key] = earlier is ConfigurationValue.Items before && value is ConfigurationValue.Items more
            ? new ConfigurationValue.Items(before.Values.AddRange(more.Values))
            : value;
        return null;
    }

    [GeneratedRegex(@"^\s*#", RegexOptions.NonBacktracking)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^(\S+):\s*(\S+)\s*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Headers();

    [GeneratedRegex(@"^\s+(\S+)(?:\s+(.*\S))?\s*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Lines();
}
