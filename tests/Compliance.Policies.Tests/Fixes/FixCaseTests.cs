using System.Text;

namespace Compliance.Policies.Tests.Fixes;

/// <summary>What <c>lint --fix</c> changes, and what it leaves to people.</summary>
public class FixCaseTests
{
    /// <summary>What is written, and what is to stand in its place; everything else of the file stays.</summary>
    public static TheoryData<string, string, string> Mended => new()
    {
        // slips with one candidate
        { "a key", "keep-daily: 7", "keep-dialy: 7" },
        { "a key in quotes", "\"keep-daily\": 7", "\"keep-daliy\": 7" },
        { "a key in camel case", "keep-daily: 7", "keepDaily: 7" },
        { "a key with underscores", "keep-daily: 7", "keep_daily: 7" },
        { "a key in capitals", "compression: zstd", "COMPRESSION: zstd" },
        { "a word", "mode: snapshot", "mode: snaphsot" },
        { "a word in quotes", "mode: 'snapshot'", "mode: 'snapshott'" },
        { "a word in capitals", "compression: zstd", "compression: ZSTD" },
        // other names of the same
        { "vzdump's storage", "target: local-backup", "storage: local-backup" },
        { "vzdump's compress", "compression: zstd", "compress: zstd" },
        { "the API's storage", "- id: local-backup", "- storage: local-backup" },
        { "sanoid's daily", "{ keep-daily: 7 }", "{ daily: 7 }" },
        { "keep-day", "keep-daily: 7", "keep-day: 7" },
        // quotes and booleans
        { "a number for text", "title: \"7\"", "title: 7" },
        { "a version", "title: \"1.10\"", "title: 1.10" },
        { "an exponent", "title: \"1e3\"", "title: 1e3" },
        { "an octal number", "title: \"012\"", "title: 012" },
        { "a boolean for text", "title: \"true\"", "title: true" },
        { "a tag that is a number", "tags: [\"7\"]", "tags: [7]" },
        { "a number in quotes", "keep-daily: 7", "keep-daily: \"7\"" },
        { "yes", "mode: snapshot\n  guest-agent: true", "mode: snapshot\n  guest-agent: yes" },
        { "off", "mode: snapshot\n  guest-agent: false", "mode: snapshot\n  guest-agent: off" },
        { "a boolean in quotes", "mode: snapshot\n  guest-agent: true", "mode: snapshot\n  guest-agent: 'true'" },
    };

    public static TheoryData<string, string, string> LeftAlone => new()
    {
        { "a word of Proxmox that means something else", "  mode: snapshot", "  mode: snapshot\n  node: pve1" },
        { "keep-yearly is not keep-weekly", "keep-daily: 7", "keep-daily: 7, keep-yearly: 1" },
        { "keep-last has no word of ours", "keep-daily: 7", "keep-daily: 7, keep-last: 1" },
        { "maxfiles counts otherwise", "keep-daily: 7", "keep-daily: 7, maxfiles: 3" },
        { "a key that is written too", "keep-daily: 7", "keep-daily: 7, keep-dialy: 7" },
        { "another name of a key that is written too", "keep-daily: 7", "keep-daily: 7, daily: 7" },
        { "a short word that is many", "compression: zstd", "compression: zip" },
        { "another compression", "compression: zstd", "compression: bzip" },
        { "a unit nobody wrote", "mode: snapshot", "mode: snapshot\n  grace: 90" },
        { "a base nobody knows", "keep-daily: 7", "keep-daily: 012" },
        { "nothing", "title: Core", "title: ~" },
        { "a storage", "- id: local-backup", "- id: local-bakcup" },
        { "a minute or an hour", "schedule: daily", "schedule: daily\n    calendar: 22" },
        { "a key with an escape", "keep-daily: 7", "\"keep\\u002Ddialy\": 7" },
        { "a word in a block", "mode: snapshot", "mode: |-\n    snaphsot" },
    };

    [Theory]
    [MemberData(nameof(Mended))]
    public void What_is_surely_meant_is_written(string what, string good, string bad)
    {
        var before = With(good, bad);
        var plan = Plan(before);

        Text(plan.Files.Should().ContainSingle(what).Subject.After).Should().Be(With(good, good), what);
        plan.Unfixed.Should().BeEmpty();
        plan.Files[0].Fixed.Should().ContainSingle();
        Plan(Text(plan.Files[0].After)).Files.Should().BeEmpty("what is mended needs nothing more");
    }

    /// <summary>What is said of each kind, and the diff that is shown; what is left too, with its words.</summary>
    [Fact]
    public void Texts_are_the_approved_ones()
    {
        var text = new StringBuilder();
        foreach (var (what, good, bad) in Mended.Concat(LeftAlone).Select(row => ((string)row[0], (string)row[1], (string)row[2])))
        {
            var plan = Plan(With(good, bad));
            text.Append("## ").Append(what).Append("\n\n").Append(ProblemText.Render(plan.Lint.Policy.Problems, plan.Lint.Policy.Sources));
            text.AppendJoin("", plan.Unfixed.Select(ProblemText.Unfixed)).AppendJoin("", plan.Files.Select(file => file.Diff())).Append('\n');
        }

        Approved.Verify(text.ToString(), "tests/Compliance.Policies.Tests/Approved/fixes.txt");
    }

    [Theory]
    [MemberData(nameof(LeftAlone))]
    public void What_a_person_must_decide_is_left(string what, string good, string bad)
    {
        var plan = Plan(With(good, bad));

        plan.Lint.Policy.Problems.Should().NotBeEmpty(what);
        plan.Files.Should().BeEmpty(what);
    }

    [Fact]
    public void A_change_that_would_show_another_fault_is_left_and_told()
    {
        var plan = Plan(Examples.Policy.Replace("keep-daily: 7", "keep-dialy: seven").Replace("compression", "compresion"));

        Text(plan.Files.Single().After).Should().Contain("compression: zstd").And.Contain("keep-dialy: seven");
        ProblemText.Unfixed(plan.Unfixed.Single()).Should().Be(
            "policy.yaml:11:18 POL012 not changed: then POL015 would follow at policy.yaml:11:30: \"keep-daily\" must be a whole number, not the text \"seven\"\n");
    }

    [Fact]
    public void Of_two_slips_of_one_key_the_first_is_mended()
    {
        var plan = Plan(Examples.Policy.Replace("keep-daily: 7", "keep-dialy: 7, keep-daliy: 8"));

        Text(plan.Files.Single().After).Should().Contain("{ keep-daily: 7, keep-daliy: 8 }");
        ProblemText.Unfixed(plan.Unfixed.Single()).Should().Contain("then POL011 would follow");
    }

    [Fact]
    public void An_error_that_goes_away_may_uncover_what_is_between_settings()
    {
        var plan = Plan(Examples.Policy.Replace("keep-daily: 7", "keep-dialy: 0"));

        Text(plan.Files.Single().After).Should().Be(Examples.Policy.Replace("keep-daily: 7", "keep-daily: 0"));
    }

    [Fact]
    public void Slips_in_several_files_are_mended_in_one_run()
    {
        var plan = FixPlan.For(Examples.WithRule(Examples.Rule.Replace("severity: warning", "severty: warning").Replace("why:", "whyy:")).With("policy.yaml", Examples.Policy.Replace("title", "titel")));

        plan.Files.Select(file => file.Name).Should().Equal("policy.yaml", "rules/ACME101-job-name-differs.yaml");
        Text(plan.Files[0].After).Should().Be(Examples.Policy);
        Text(plan.Files[1].After).Should().Be(Examples.Rule);
    }

    private static string With(string good, string written)
    {
        var place = good.StartsWith("title:", StringComparison.Ordinal) ? "title: Core"
            : good.StartsWith("tags:", StringComparison.Ordinal) ? "tags: [tier1]"
            : good.StartsWith("mode: snapshot\n", StringComparison.Ordinal) || good == "mode: 'snapshot'" ? "mode: snapshot"
            : good == "\"keep-daily\": 7" ? "keep-daily: 7"
            : good;
        Examples.Policy.Should().Contain(place);
        return Examples.Policy.Replace(place, written);
    }

    private static FixPlan Plan(string policy) => FixPlan.For(Examples.Repository(policy));

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
