using Compliance.Core.Facts.Table;

namespace Compliance.Proxmox;

/// <summary>Which parts of the live state facts are made from. A test holds it against what facts really read.</summary>
public static class FactScope
{
    /// <exception cref="InvalidOperationException">a fact names an endpoint that nobody collects: a bug of this program</exception>
    public static CollectionScope Of(IEnumerable<Fact> facts)
    {
        var calls = facts.SelectMany(fact => fact.Calls).Distinct(StringComparer.Ordinal).Select(ScopeTable.Of).ToList();
        var scope = calls.Where(scopes => scopes.Count == 1).Aggregate(CollectionScope.ClusterOnly, (all, scopes) => all | scopes[0]);
        return calls.Where(scopes => !scopes.Any(one => scope.HasFlag(one))).Aggregate(scope, (all, scopes) => all | scopes[0]);
    }
}
