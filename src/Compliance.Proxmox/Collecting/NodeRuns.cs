using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>What a node tells of its backup and restore tasks.</summary>
internal sealed record NodeRuns(
    Observed<ImmutableArray<TaskState>> Tasks, Observed<TaskHistory> History, Listing<TaskLog> Logs);
