namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>Collects the longest selections that start at a variable.</summary>
internal static class AttributePathReader
{
    public static IReadOnlyList<IReadOnlyList<string>> Of(Node root)
    {
        var paths = new List<IReadOnlyList<string>>();
        Collect(root, paths);
        return [.. paths.DistinctBy(path => string.Join('.', path))];
    }

    private static void Collect(Node node, List<IReadOnlyList<string>> paths)
    {
        if (PathOf(node) is { } path)
        {
            paths.Add(path);
            return;
        }

        foreach (var child in node.Children)
        {
            Collect(child, paths);
        }
    }

    private static IReadOnlyList<string>? PathOf(Node node) => node switch
    {
        VariableNode variable => [variable.Variable.Name],
        FieldNode field when PathOf(field.Operand) is { } path => [.. path, field.Field.Name],
        HasFieldNode has when PathOf(has.Operand) is { } path => [.. path, has.Field.Name],
        KeyNode key when PathOf(key.Operand) is { } path => [.. path, key.Key],
        HasKeyNode has when PathOf(has.Operand) is { } path => [.. path, has.Key],
        _ => null,
    };
}
