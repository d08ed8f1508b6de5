namespace Compliance.Cel.Types;

/// <summary>Unification of types with variables. An enum is a string, with its values remembered where they can be.</summary>
internal static class TypeUnifier
{
    /// <summary>The type behind variables that are bound, one level deep.</summary>
    public static CelType Prune(CelType type)
    {
        while (type is TypeVariable { Bound: { } bound })
        {
            type = bound;
        }

        return type;
    }

    /// <summary>The type with every bound variable replaced.</summary>
    public static CelType Resolve(CelType type) => Prune(type) switch
    {
        CelListType list => new CelListType(Resolve(list.Element)),
        CelMapType map => new CelMapType(Resolve(map.Key), Resolve(map.Value)),
        var other => other,
    };

    /// <summary>Makes two types one, binding variables; false when they cannot be. The attempt may have bound variables then.</summary>
    public static bool Unify(CelType left, CelType right)
    {
        left = Prune(left);
        right = Prune(right);
        return (left, right) switch
        {
            _ when ReferenceEquals(left, right) => true,
            (TypeVariable variable, _) => Bind(variable, right),
            (_, TypeVariable variable) => Bind(variable, left),
            (CelListType a, CelListType b) => Unify(a.Element, b.Element),
            (CelMapType a, CelMapType b) => Unify(a.Key, b.Key) && Unify(a.Value, b.Value),
            (CelRecordType, _) or (_, CelRecordType) => false,
            (CelListType or CelMapType, _) or (_, CelListType or CelMapType) => false,
            _ => left.Kind == right.Kind,
        };
    }

    /// <summary>Whether two types look alike, without binding anything: a first sieve before <see cref="Unify"/>.</summary>
    public static bool CouldUnify(CelType left, CelType right) => (Prune(left), Prune(right)) switch
    {
        (TypeVariable, _) or (_, TypeVariable) => true,
        (CelListType a, CelListType b) => CouldUnify(a.Element, b.Element),
        (CelMapType a, CelMapType b) => CouldUnify(a.Key, b.Key) && CouldUnify(a.Value, b.Value),
        (CelRecordType a, var b) => ReferenceEquals(a, b),
        var (a, b) => a.Kind == b.Kind && a is not (CelListType or CelMapType),
    };

    /// <summary>The type of something that is either: two different enums are a string.</summary>
    public static CelType Join(CelType left, CelType right) => (Prune(left), Prune(right)) switch
    {
        (CelEnumType a, var b) when !ReferenceEquals(a, b) => CelType.String,
        (_, CelEnumType) => Prune(left) is CelEnumType ? left : CelType.String,
        (CelListType a, CelListType b) => new CelListType(Join(a.Element, b.Element)),
        (CelMapType a, CelMapType b) => new CelMapType(Join(a.Key, b.Key), Join(a.Value, b.Value)),
        var (a, _) => a,
    };

    /// <summary>A copy with fresh variables, for the signature of a generic function.</summary>
    public static CelType Instantiate(CelType type, Dictionary<TypeVariable, CelType> fresh)
    {
        switch (type)
        {
            case TypeVariable variable:
                if (!fresh.TryGetValue(variable, out var replacement))
                {
                    fresh[variable] = replacement = new TypeVariable();
                }

                return replacement;
            case CelListType list:
                return new CelListType(Instantiate(list.Element, fresh));
            case CelMapType map:
                return new CelMapType(Instantiate(map.Key, fresh), Instantiate(map.Value, fresh));
            default:
                return type;
        }
    }

    private static bool Bind(TypeVariable variable, CelType type)
    {
        if (Occurs(variable, type))
        {
            return false;
        }

        variable.Bound = type;
        return true;
    }

    private static bool Occurs(TypeVariable variable, CelType type) => Prune(type) switch
    {
        TypeVariable other => ReferenceEquals(other, variable),
        CelListType list => Occurs(variable, list.Element),
        CelMapType map => Occurs(variable, map.Key) || Occurs(variable, map.Value),
        _ => false,
    };
}
