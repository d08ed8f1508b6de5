using Compliance.Policies;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>lint --fix</c>: shows what would change, and writes it when somebody says so.</summary>
internal static class LintFix
{
    /// <summary>Shows the diff, and writes the changes or tells how.</summary>
    /// <param name="targets">what will be written afterwards</param>
    /// <param name="isAgreed"><c>--yes</c></param>
    /// <returns>the repository to report, read again when something was written, and whether all was written that should be</returns>
    public static (CaseFiles Cases, bool IsWhole) Run(string folder, IReadOnlyList<OutputTarget> targets, bool isAgreed, Terminal terminal)
    {
        var plan = FixPlan.For(folder);
        Show(plan, targets, isAsked: !isAgreed && terminal.Ask is not null, terminal);
        if (plan.Files.IsEmpty)
        {
            terminal.Error.WriteLine("lint --fix: there is nothing that is safe to change");
            return (plan.Lint, true);
        }

        if (!isAgreed && !IsAgreed(plan, terminal))
        {
            return (plan.Lint, true);
        }

        var isWhole = true;
        foreach (var file in plan.Files)
        {
            isWhole &= Write(file, plan.Folder, terminal);
        }

        return (CaseFiles.Read(folder, folder: null), isWhole);
    }

    /// <summary>On stdout, unless that is a document for machines, or a file while somebody is asked about what it shows.</summary>
    private static void Show(FixPlan plan, IReadOnlyList<OutputTarget> targets, bool isAsked, Terminal terminal)
    {
        var diff = string.Concat(plan.Files.Select(file => file.Diff()));
        if (targets.Any(target => target.File is null && target.Format != "text") || (isAsked && terminal.Width is null))
        {
            terminal.Error.Write(diff);
        }
        else
        {
            using var output = terminal.Writer();
            output.Write(diff);
        }

        terminal.Error.Write(string.Concat(plan.Unfixed.Select(ProblemText.Unfixed)));
    }

    private static bool IsAgreed(FixPlan plan, Terminal terminal)
    {
        var what = $"{Count(plan.Files.Sum(file => file.Fixed.Length), "change")} in {Count(plan.Files.Length, "file")}";
        if (terminal.Ask is not { } ask)
        {
            terminal.Error.WriteLine($"lint --fix: nothing was written; add --yes to make {what}");
            return false;
        }

        terminal.Error.Write($"Make {what}? [y/N] ");
        terminal.Error.Flush();
        if (ask()?.Trim().ToUpperInvariant() is "Y" or "YES")
        {
            return true;
        }

        terminal.Error.WriteLine("lint --fix: nothing was written");
        return false;
    }

    /// <summary>One file that cannot be written keeps no other from being mended.</summary>
    private static bool Write(FileFix file, string folder, Terminal terminal)
    {
        var name = UntrustedText.Visible(file.Name);
        try
        {
            SourceFile.Replace(folder, file.Name, file.Before, file.After);
            terminal.Error.WriteLine($"changed {name}: {Count(file.Fixed.Length, "problem")} fixed");
            return true;
        }
        catch (UsageException fault)
        {
            terminal.Error.WriteLine($"pve-compliance: {name} was not changed: {UntrustedText.Visible(fault.Message)}");
            return false;
        }
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
