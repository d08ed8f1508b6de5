using Compliance.Cel.Syntax;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>{a: b}</c>: strict; a repeated key is an error. Children are key, value, key, value.</summary>
internal sealed class MapNode(SourceSpan span, CelType type, Node[] parts) : Node(span, type)
{
    public override IReadOnlyList<Node> Children => parts;

    private protected override CelValue Run(Frame frame)
    {
        var entries = new KeyValuePair<CelValue, CelValue>[parts.Length / 2];
        var faults = default(StrictFaults);
        for (var i = 0; i < entries.Length; i++)
        {
            var key = parts[2 * i].Evaluate(frame);
            if (!faults.Add(key, frame))
            {
                break;
            }

            var value = parts[(2 * i) + 1].Evaluate(frame);
            if (!faults.Add(value, frame))
            {
                break;
            }

            frame.Charge(ValueSize.Of(key));
            entries[i] = new(key, value);
        }

        if (faults.Any)
        {
            return faults.Result;
        }

        var map = MapValue.TryCreate(entries, null, out var repeated);
        return map is null ? CelValue.Error($"the key {ValueText.Brief(repeated)} occurs twice in the map") : frame.Bounded(CelValue.FromMap(map));
    }
}
