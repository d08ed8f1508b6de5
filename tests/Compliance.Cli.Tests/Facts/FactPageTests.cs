using System.Reflection;
using Compliance.Cel;
using Compliance.Cli.Tests.Commands;
using Compliance.Core.Facts.Access;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;
using Compliance.Reporting;

namespace Compliance.Cli.Tests.Facts;

/// <summary>The reference page <c>rules/FACTS.md</c>.</summary>
public sealed class FactPageTests
{
    public static TheoryData<string> Examples => [.. LanguageReference.Entries.Select(entry => entry.Example).ToArray()];

    [Fact]
    public async Task Page_is_what_the_program_writes()
    {
        var run = await CommandRun.OfAsync("facts -o md");
        run.ExitCode.Should().Be(0, run.Error);
        Approved.Verify(run.Output, "rules/FACTS.md");
    }

    [Fact]
    public async Task Every_fact_has_a_row_with_its_whole_name()
    {
        var page = (await CommandRun.OfAsync("facts -o md")).Output;
        foreach (var fact in FactTable.Facts)
        {
            page.Should().Contain($"\n| `{fact.FullName}` | ");
        }
    }

    [Fact]
    public async Task Every_link_on_the_page_leads_to_a_section()
    {
        var page = (await CommandRun.OfAsync("facts -o md")).Output;
        var sections = page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..].ToLowerInvariant()).ToHashSet();
        var links = page.Split("](#").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]).Distinct().ToList();
        links.Should().HaveCountGreaterThan(5).And.BeSubsetOf(sections);
    }

    [Fact]
    public void Every_number_says_what_it_counts()
        => FactTable.Facts.Where(f => f.Type == CelType.Int || f.Type is CelListType { Element: var element } && element == CelType.Int)
            .Should().HaveCountGreaterThan(10).And.OnlyContain(f => f.Unit != null);

    [Fact]
    public void The_role_that_the_page_recommends_holds_every_privilege_but_those_that_could_delete()
    {
        var needed = FactTable.Facts.SelectMany(f => f.Sources)
            .Where(s => s.Privilege != null && s.Endpoint != "/nodes/N/storage/ID/content")
            .Select(s => s.Privilege!.Split(' ')[0]);
        needed.Should().BeSubsetOf(BuiltInRoles.PrivilegesOf("PVEAuditor")!.Value);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Examples_of_the_language_compile(string example)
        => CelCompiler.Compile(example, FactTable.EnvironmentOf(SubjectKind.Guest)).Issues
            .Where(issue => issue.Severity == CelSeverity.Error).Should().BeEmpty();

    [Fact]
    public void Every_function_and_macro_of_the_compiler_is_in_the_table()
    {
        var functions = Internal("Compliance.Cel.Evaluation.Functions.FunctionTable")
            .GetProperty("Names", BindingFlags.Static | BindingFlags.Public)!.GetValue(null).Should().BeAssignableTo<IEnumerable<string>>().Subject;
        var macros = Enum.GetNames(Internal("Compliance.Cel.Syntax.Tree.MacroKind"))
            .Select(name => name == "ExistsOne" ? "exists_one" : name.ToLowerInvariant());
        LanguageReference.Entries.Select(entry => entry.Name).Should().Contain([.. functions, .. macros, "has"]);
    }

    private static Type Internal(string name) => typeof(CelCompiler).Assembly.GetType(name, throwOnError: true)!;
}
