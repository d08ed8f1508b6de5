using Compliance.Cel;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>Evaluates a rule once more and keeps what every part of it gave.</summary>
internal static class RuleTracer
{
    public static RuleTrace Trace(Rule rule, CelBindings bindings)
    {
        var when = rule.When?.Explain(bindings);

        // Of a condition that is unknown the assertion matters too: it has its own part in what nobody can say.
        var applies = when is null || when.Value != CelValue.False;
        var assert = applies ? rule.Assert.Explain(bindings) : null;
        var paths = (rule.When?.AttributePaths ?? []).Concat(applies ? rule.Assert.AttributePaths : []);
        return new RuleTrace(when, assert, [.. paths.DistinctBy(path => string.Join('.', path)).Select(path => Fact(path, bindings)).OfType<TracedFact>()]);
    }

    /// <summary>The last fact on a path; null for a path that has none, such as a variable alone.</summary>
    private static TracedFact? Fact(IReadOnlyList<string> path, CelBindings bindings)
    {
        TracedFact? found = null;
        var value = bindings[path[0]];
        for (var i = 1; i < path.Count && value.Kind == CelKind.Record && value.RecordType.Find(path[i]) is { } field; i++)
        {
            var (host, fact) = (value.AsRecord(), (Fact)field.Tag!);
            value = field.Get(host);
            found = new TracedFact(
                string.Join('.', path.Take(i + 1)), fact, ValueNotation.Of(value), fact.Live?.Invoke(host), fact.Declared?.Invoke(host));
        }

        return found;
    }
}
