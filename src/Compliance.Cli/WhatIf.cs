using System.CommandLine;
using Compliance.Core.Model;

namespace Compliance.Cli;

/// <summary>Reads <c>--phase</c>: the policy as it would be in another phase.</summary>
internal static class WhatIf
{
    /// <summary>The option, which takes the words of <c>phase:</c>.</summary>
    /// <param name="effect">what is shown of that phase</param>
    public static Option<string?> Option(string effect)
    {
        var option = new Option<string?>("--phase") { Description = $"what if the policy were in this phase: local, transition or pbs; {effect}" };
        option.AcceptOnlyFromAmong("local", "transition", "pbs");
        return option;
    }

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
