using Compliance.Core.Model;

namespace Compliance.Cli;

/// <summary>Reads <c>--phase</c>: the policy as it would be in another phase.</summary>
internal static class WhatIf
{
    /// <summary>The words it takes.</summary>
    public static string[] Phases { get; } = ["local", "transition", "pbs"];

    /// <param name="phase">one of the words; null: as the policy says</param>
    /// <exception cref="UsageException">the policy lacks what the phase needs</exception>
    public static Policy In(Policy policy, string? phase)
    {
        PolicyPhase? wanted = phase switch { "local" => PolicyPhase.Local, "transition" => PolicyPhase.Transition, "pbs" => PolicyPhase.Pbs, _ => null };
        if (wanted is not { } other)
        {
            return policy;
        }

        return other == PolicyPhase.Local || policy.Pbs?.Storage is not null
            ? policy with { Phase = policy.Phase with { Value = other } }
            : throw new UsageException($"--phase {phase}: the policy names no storage of Proxmox Backup Server; write pbs: with storage: and its id.");
    }
}
