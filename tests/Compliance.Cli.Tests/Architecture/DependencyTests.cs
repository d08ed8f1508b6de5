using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Compliance.Cli.Tests.Architecture;

/// <summary>The table in <c>src/README.md</c> is true, of what is declared and of what was compiled.</summary>
public sealed class DependencyTests
{
    private static readonly IReadOnlyDictionary<string, DependencyTable.Row> Table = DependencyTable.Read();

    public static TheoryData<string> Projects => [.. ProjectNames];

    private static string[] ProjectNames { get; } =
        [.. Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_project_has_a_row_and_every_row_a_project()
        => Table.Keys.Should().BeEquivalentTo(ProjectNames);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Declared_references_are_those_of_the_table(string project)
    {
        var file = XDocument.Load(Repository.PathOf($"src/{project}/{project}.csproj"));
        Includes(file, "ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p)).Should().BeEquivalentTo(Table[project].Projects);
        Includes(file, "PackageReference").Should().BeEquivalentTo(Table[project].Packages);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Compiled_references_are_the_framework_and_what_the_table_allows(string project)
    {
        var allowed = Reachable(project).ToHashSet(StringComparer.Ordinal);
        ReferencesOf(project)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || Table.Values.Any(row => row.Packages.Contains(name)))
            .Should().BeSubsetOf(allowed);
    }

    [Theory]
    [InlineData("Compliance.Cel")]
    [InlineData("Compliance.Core")]
    [InlineData("Compliance.Policies")]
    [InlineData("Compliance.Reporting")]
    public void Only_the_API_client_speaks_to_a_network(string project)
        => ReferencesOf(project).Should().NotContain(name => name.StartsWith("System.Net.", StringComparison.Ordinal) && name != "System.Net.Primitives");

    [Theory]
    [InlineData("Compliance.Cel")]
    [InlineData("Compliance.Core")]
    public void The_core_does_no_input_or_output(string project)
        => ReferencesOf(project).Should().NotContain(name =>
            name.StartsWith("System.IO.", StringComparison.Ordinal) || name.StartsWith("System.Console", StringComparison.Ordinal));

    // A project sees what it references and what those reference; packages stay with the project that declares them.
    private static IEnumerable<string> Reachable(string project)
    {
        foreach (var package in Table[project].Packages)
        {
            yield return package;
        }

        foreach (var other in Table[project].Projects)
        {
            yield return other;
            foreach (var further in Table[other].Projects)
            {
                yield return further;
                foreach (var last in Table[further].Projects)
                {
                    yield return last;
                }
            }
        }
    }

    private static List<string> ReferencesOf(string project)
    {
        var assembly = project == "Compliance.Cli" ? "pve-compliance" : project;
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static IEnumerable<string> Includes(XDocument project, string element)
        => project.Descendants(element).Select(e => (string)e.Attribute("Include")!);
}
