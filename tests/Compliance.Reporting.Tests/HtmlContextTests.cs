using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Compliance.Reporting.Tests;

/// <summary>What a template cannot do, whatever somebody writes into one.</summary>
public class HtmlContextTests
{
    [Theory]
    [InlineData("{{ name }}")]
    [InlineData("{{ func f(x) }}{{ x }}{{ end }}{{ f name }}")]
    [InlineData("{{ for x in [name] }}{{ x }}{{ end }}")]
    public void Every_value_is_escaped(string template)
        => Render(template, "<b a=\"1\" c='2'>&\e").Should().Be(@"&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;\x1B");

    [Theory]
    [InlineData("{{ nmae }}")]
    [InlineData("{{ item.nmae }}")]
    [InlineData("{{ name | html.escape }}")]
    [InlineData("{{ include 'report.html' }}")]
    public void Name_the_model_lacks_is_an_error_and_not_a_blank(string template)
    {
        var act = () => Render(template, "x");

        act.Should().Throw<ScriptRuntimeException>();
    }

    [Fact]
    public void Long_output_is_not_cut()
        => Render("{{ for i in 1..3000 }}{{ name }}{{ end }}", new string('x', 1000)).Should().HaveLength(3_000_000);

    private static string Render(string template, string name)
    {
        var context = new HtmlContext();
        context.PushGlobal(new ScriptObject { ["name"] = name, ["item"] = new ScriptObject { ["known"] = 1 } });
        return Template.Parse(template).Render(context);
    }
}
