using Compliance.Cel.Evaluation.Nodes;

namespace Compliance.Cel.Evaluation;

/// <summary>What an expression may read, found without evaluating it.</summary>
internal sealed class NodeSurvey
{
    private readonly List<IReadOnlyList<string>> paths = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<(CelRecordType, CelField)> fields = [];

    private NodeSurvey()
    {
    }

    public IReadOnlyList<IReadOnlyList<string>> Paths => paths;

    public IReadOnlyList<(CelRecordType Record, CelField Field)> Fields => fields;

    public static NodeSurvey Of(Node root)
    {
        var survey = new NodeSurvey();
        survey.Visit(root, isPathStart: true);
        return survey;
    }

    private static string? Step(Node node) => node switch
    {
        FieldNode field => field.Field.Name,
        HasFieldNode field => field.Field.Name,
        KeyNode key => key.Key,
        HasKeyNode key => key.Key,
        _ => null,
    };

    private static List<string>? PathOf(Node node)
    {
        if (node is VariableNode variable)
        {
            return [variable.Variable.Name];
        }

        var step = Step(node);
        var path = step is null ? null : PathOf(node.Children[0]);
        path?.Add(step!);
        return path;
    }

    private void Visit(Node node, bool isPathStart)
    {
        if (isPathStart && PathOf(node) is { } path && known.Add(string.Join('\0', path)))
        {
            paths.Add(path);
        }

        foreach (var child in node.Children)
        {
            Visit(child, Step(node) is null);
        }

        var read = node switch
        {
            FieldNode field => (field.Record, field.Field),
            HasFieldNode field => (field.Record, field.Field),
            _ => default((CelRecordType, CelField)?),
        };
        if (read is { } pair && !fields.Contains(pair))
        {
            fields.Add(pair);
        }
    }
}
