using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A node.</summary>
public sealed class NodeFacts(NodeState state)
{
    public NodeState State { get; } = state;

    /// <summary>Enabled jobs that have guests here, or would.</summary>
    public int JobCount { get; internal set; }
}
