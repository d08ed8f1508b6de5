using System.Collections.Immutable;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>The page's templates, embedded from <c>reports/templates</c>.</summary>
internal static class PageTemplate
{
    /// <summary>Files that only define functions, one for each section of the page.</summary>
    internal static readonly ImmutableArray<string> Partials =
        ["verdict", "matrix", "findings", "unjudged", "accepted", "history", "timelines", "calendars", "lineage", "traceability", "rules", "appendix"];

    /// <summary>The page of an assessment.</summary>
    public static string Render(ScriptObject model) => Render("report.html", model);

    /// <summary>The page for a model.</summary>
    /// <param name="page">the template's name</param>
    /// <exception cref="InvalidOperationException">a template does not parse: a defect of this build</exception>
    /// <exception cref="Scriban.Syntax.ScriptRuntimeException">a template names what the model lacks: a defect of this build</exception>
    public static string Render(string page, ScriptObject model)
    {
        var context = new HtmlContext();
        context.PushGlobal(model);
        // Functions of the partials land in the topmost object, apart from the model.
        context.PushGlobal(new ScriptObject());
        foreach (var partial in Partials)
        {
            Parse($"partials/{partial}.html").Evaluate(context);
        }

        return Parse(page).Render(context);
    }

    /// <summary>The text of an embedded file, such as <c>report.css</c>.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(PageTemplate).Assembly.GetManifestResourceStream($"templates/{name}")
            ?? throw new InvalidOperationException($"templates/{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static Scriban.Template Parse(string name)
    {
        var template = Scriban.Template.Parse(Read(name), name);
        return template.HasErrors
            ? throw new InvalidOperationException(string.Join('\n', template.Messages))
            : template;
    }
}
