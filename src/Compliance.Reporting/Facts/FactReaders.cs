using Compliance.Cel;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Which parts of a rule read a fact.</summary>
internal static class FactReaders
{
    public static bool Judges(Rule rule, Fact fact) => Reads(rule.Assert, fact) || Reads(rule.When, fact);

    public static bool Shows(Rule rule, Fact fact) => Reads(rule.Message, fact) || Reads(rule.Expected, fact) || Reads(rule.Actual, fact)
        || rule.Fixes.Any(fix => Reads(fix.When, fact) || Reads(fix.Text, fact));

    private static bool Reads(MessageTemplate? template, Fact fact) => template is not null && template.Parts.Any(part => Reads(part.Expression, fact));

    private static bool Reads(CelProgram? program, Fact fact) => program is not null && program.Fields.Any(read => ReferenceEquals(read.Field.Tag, fact));
}
