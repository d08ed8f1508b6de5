using Compliance.Cel;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>
/// Where the values of a rule stand: the first live fact it reads gives the live place, the first declared one the place in
/// the policy. The table of facts knows both, so no rule has to say it.
/// </summary>
internal static class FactPlaces
{
    /// <summary>The assertion's places; what it does not have is taken from the condition, which often names the demand.</summary>
    public static (LivePlace? Live, Place? Declared) Of(Rule rule, CelBindings bindings)
    {
        LivePlace? live = null;
        Place? declared = null;
        foreach (var path in rule.Assert.AttributePaths.Concat(rule.When?.AttributePaths ?? []))
        {
            Follow(path, bindings, ref live, ref declared);
        }

        return (live, declared);
    }

    private static void Follow(IReadOnlyList<string> path, CelBindings bindings, ref LivePlace? live, ref Place? declared)
    {
        var value = bindings[path[0]];
        for (var i = 1; i < path.Count && value.Kind == CelKind.Record; i++)
        {
            if (value.RecordType.Find(path[i]) is not { } field)
            {
                return;
            }

            var (host, fact) = (value.AsRecord(), (Fact)field.Tag!);
            live ??= fact.Live?.Invoke(host);
            declared ??= fact.Declared?.Invoke(host);
            value = field.Get(host);
        }
    }
}
