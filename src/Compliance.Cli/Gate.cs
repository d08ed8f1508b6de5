using System.CommandLine;
using Compliance.Core.Model;

namespace Compliance.Cli;

/// <summary>Reads <c>--for</c>: the change to a host that somebody is about to make.</summary>
internal static class Gate
{
    private static readonly (string Word, ChangeKind Change)[] Changes =
        [("upgrade", ChangeKind.Upgrade), ("network", ChangeKind.NetworkChange), ("storage", ChangeKind.StorageChange)];

    /// <summary>The option. Without it only a receipt can be verified: what has to be in order depends on the change.</summary>
    public static Option<string?> Option()
    {
        var option = new Option<string?>("--for") { Description = "what is about to be changed: upgrade, network or storage" };
        option.AcceptOnlyFromAmong([.. Changes.Select(one => one.Word)]);
        return option;
    }

    public static ChangeKind Of(string word) => Changes.First(one => one.Word == word).Change;

    public static string WordOf(ChangeKind change) => Changes.First(one => one.Change == change).Word;
}
