using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>
/// Renders a template so that every value written is made visible and escaped, whatever the template says. There is no way
/// for a template to opt out; only <see cref="Raw"/> passes, and templates cannot make one.
/// </summary>
internal sealed class HtmlContext : TemplateContext
{
    // An empty set of built-ins: no include, no date, no regex. Names the model lacks are errors, not blanks. Scriban's limits
    // are off because LimitToString cuts without an error: a report must never lose its end silently.
    public HtmlContext() : base(new ScriptObject())
    {
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedIndexerAccess = false;
        LoopLimit = 0;
        LimitToString = 0;
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        var text = textAsObject switch
        {
            null => "",
            Raw raw => raw.Markup,
            _ => Escaped(ObjectToString(textAsObject) ?? ""),
        };
        base.Write(text, 0, text.Length);
        return this;
    }

    internal static string Escaped(string text)
    {
        var visible = UntrustedText.Visible(text);
        if (visible.AsSpan().IndexOfAny("&<>\"'") < 0)
        {
            return visible;
        }

        var escaped = new StringBuilder(visible.Length + 32);
        foreach (var character in visible)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }
}
