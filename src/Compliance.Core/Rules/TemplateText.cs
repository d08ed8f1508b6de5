using System.Text;
using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>Fills a message template with the values of a subject.</summary>
internal static class TemplateText
{
    public static string Of(MessageTemplate template, CelBindings bindings) => Fill(template, bindings, text => text);

    /// <summary>Like <see cref="Of"/>, with each value quoted for a POSIX shell: names come from outside, and people copy commands.</summary>
    public static string OfCommand(MessageTemplate template, CelBindings bindings)
        => Fill(template, bindings, ShellText.Quote);

    private static string Fill(MessageTemplate template, CelBindings bindings, Func<string, string> quote)
    {
        var text = new StringBuilder();
        foreach (var part in template.Parts)
        {
            text.Append(part.Text ?? quote(HumanText.Of(part.Expression!.Evaluate(bindings))));
        }

        return text.ToString();
    }
}
