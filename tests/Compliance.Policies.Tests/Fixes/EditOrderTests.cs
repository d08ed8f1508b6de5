using Compliance.Core.Model;

namespace Compliance.Policies.Tests.Fixes;

/// <summary>Changes that want the same characters.</summary>
public class EditOrderTests
{
    [Fact]
    public void Of_changes_that_touch_the_first_is_made_and_the_other_waits()
    {
        Problem[] wanted = [At(2, 1, 5, "d"), At(1, 4, 8, "b"), At(1, 1, 5, "a"), At(1, 8, 9, "c")];

        var (now, later) = EditOrder.Split(wanted);

        now.Select(problem => problem.Edit!.Text).Should().Equal("a", "c", "d");
        later.Select(problem => problem.Edit!.Text).Should().Equal("b");
    }

    [Fact]
    public void The_same_change_asked_for_twice_is_one()
    {
        var (now, later) = EditOrder.Split([At(1, 1, 5, "a"), At(1, 1, 5, "a"), At(1, 1, 5, "b")]);

        now.Should().ContainSingle();
        later.Should().ContainSingle(problem => problem.Edit!.Text == "b");
    }

    [Fact]
    public void More_than_can_be_tried_one_by_one_are_left()
    {
        var keys = string.Concat(Enumerable.Range(0, 120).Select(number => $"      - {{ name: s{number}, guset: {number + 100} }}\n"));
        var policy = Examples.Policy.Replace("    schedule: daily\n", "    schedule: daily\n    services:\n" + keys).Replace("keep-daily: 7", "keep-dialy: seven");
        var plan = FixPlan.For(Examples.Repository(policy));

        plan.Files.Single().Fixed.Should().HaveCount(100);
        plan.Unfixed.Should().HaveCount(21).And.OnlyContain(left => left.Why.StartsWith("there are too many", StringComparison.Ordinal));
    }

    private static Problem At(int line, int from, int to, string text)
    {
        var place = new Place("x", line, from, line, to);
        return new Problem("POL012", Severity.Error, place, text) { Edit = new TextEdit(place, text) };
    }
}
