using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>The facts that a rule reads: to judge, and to say what it found.</summary>
public static class RuleFacts
{
    /// <summary>Every fact the rule may read in any of its expressions, each once.</summary>
    public static ImmutableArray<Fact> Of(Rule rule)
        => [.. Expressions(rule).SelectMany(program => program.Fields).Select(read => read.Field.Tag).OfType<Fact>().Distinct()];

    private static IEnumerable<CelProgram> Expressions(Rule rule)
    {
        var texts = new[] { rule.Message, rule.Expected, rule.Actual }.OfType<MessageTemplate>().Concat(rule.Fixes.Select(fix => fix.Text));
        return new[] { rule.When, rule.Assert }
            .Concat(rule.Fixes.Select(fix => fix.When))
            .Concat(texts.SelectMany(text => text.Parts).Select(part => part.Expression))
            .OfType<CelProgram>();
    }
}
