using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Types;

namespace Compliance.Cel.Proving;

/// <summary>What is taken to hold at once about the terms of one scope. Every method gives false when that cannot be.</summary>
internal sealed class Assumptions
{
    private readonly Terms terms;
    private readonly Dictionary<int, Domain> domains;
    private readonly Dictionary<(int, int), Relations> relations;

    public Assumptions(Terms terms)
        : this(terms, [], [])
    {
    }

    private Assumptions(Terms terms, Dictionary<int, Domain> domains, Dictionary<(int, int), Relations> relations)
    {
        this.terms = terms;
        this.domains = domains;
        this.relations = relations;
    }

    public int Count => domains.Count + relations.Count;

    public Assumptions Copy() => new(terms, new(domains), new(relations));

    /// <summary>The term lies so to a constant.</summary>
    public bool Constant(Node term, Relations relation, CelValue constant)
        => DomainOf(term) is not { } domain || Keep(term, domain.Where(relation, constant));

    public bool Membership(Node term, bool isIn, IReadOnlyList<CelValue> constants)
        => DomainOf(term) is not { } domain || Keep(term, domain.Where(isIn, constants));

    /// <summary>Two terms lie so to each other.</summary>
    public bool Pair(Node left, Node right, Relations relation)
    {
        var (a, b) = (terms.Of(left), terms.Of(right));
        if (a > b)
        {
            (a, b) = (b, a);
            relation = relation.Flipped();
        }

        var possible = relations.TryGetValue((a, b), out var known) ? known : a == b ? ToItself(TypeUnifier.Prune(left.Type)) : Relations.Any;
        return (relations[(a, b)] = possible & relation) != Relations.None;
    }

    /// <summary>
    /// A double may be NaN, alone or in a list. Of records the host tells which are equal, and it may make a new one for every
    /// reading.
    /// </summary>
    private static Relations ToItself(CelType type) => type switch
    {
        CelListType list => ToItself(TypeUnifier.Prune(list.Element)),
        CelMapType map => ToItself(TypeUnifier.Prune(map.Value)),
        { Kind: CelKind.Double } => Relations.Equal | Relations.Unordered,
        { Kind: >= CelKind.Null and <= CelKind.Timestamp } => Relations.Equal,
        _ => Relations.Any,
    };

    private static Domain? Initial(Node term) => term is CallNode { Overload.Name: "size" }
        ? Domain.Between(CelValue.Of(0), CelValue.Of(long.MaxValue))
        : Domain.Of(TypeUnifier.Prune(term.Type));

    private Domain? DomainOf(Node term) => domains.TryGetValue(terms.Of(term), out var known) ? known : Initial(term);

    private bool Keep(Node term, Domain? left)
    {
        if (left is null)
        {
            return false;
        }

        domains[terms.Of(term)] = left;
        return true;
    }
}
