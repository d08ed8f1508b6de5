using System.CommandLine;

namespace Compliance.Cli;

/// <summary>The option that names the policy repository.</summary>
internal static class PolicyOption
{
    public static Option<string> Create() => new("--policy", "-p")
    {
        Description = "folder with policy.yaml, or the file itself",
        DefaultValueFactory = _ => ".",
    };

    /// <summary>For commands that make sense with the built-in rules alone.</summary>
    public static Option<string?> CreateOptional() => new("--policy", "-p")
    {
        Description = "folder with policy.yaml, for your own rules too",
    };
}
