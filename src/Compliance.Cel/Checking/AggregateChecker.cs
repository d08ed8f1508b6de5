using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax.Tree;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>Lists and maps: one type for all elements; free while empty.</summary>
internal sealed class AggregateChecker(CheckContext context, ExpressionChecker expressions)
{
    public Node List(ListSyntax list)
    {
        var items = list.Items.Select(expressions.Check).ToArray();
        var element = Common(items, "the elements of a list");
        return new ListNode(list.Span, new CelListType(element), items);
    }

    public Node Map(MapSyntax map)
    {
        var keys = map.Entries.Select(entry => expressions.Check(entry.Key)).ToArray();
        var values = map.Entries.Select(entry => expressions.Check(entry.Value)).ToArray();
        foreach (var key in keys)
        {
            var type = TypeUnifier.Prune(key.Type);
            if (type is not TypeVariable && !type.CanBeKey)
            {
                context.Fail(CelIssueKind.Type, key.Span, $"{TypeUnifier.Resolve(type)} cannot be the key of a map: bool, int and string can (other keys are not part of this language)");
            }
        }

        var parts = keys.Zip(values).SelectMany(pair => new[] { pair.First, pair.Second }).ToArray();
        return new MapNode(map.Span, new CelMapType(Common(keys, "the keys of a map"), Common(values, "the values of a map")), parts);
    }

    private CelType Common(Node[] parts, string what)
    {
        CelType common = new TypeVariable();
        foreach (var part in parts)
        {
            if (TypeUnifier.Unify(common, part.Type))
            {
                common = TypeUnifier.Join(common, part.Type);
                continue;
            }

            var (found, before) = (TypeUnifier.Resolve(part.Type), TypeUnifier.Resolve(common));
            context.Fail(
                CelIssueKind.Type,
                part.Span,
                $"{what} must have one type, but this is {found} after {before} (mixed types, dyn, are not part of this language)");
        }

        return common;
    }
}
