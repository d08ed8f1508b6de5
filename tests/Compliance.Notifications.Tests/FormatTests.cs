using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Compliance.Notifications.Tests;

/// <summary>What each format holds, how large it gets, and that no name means anything in it.</summary>
public sealed class FormatTests
{
    private const string Hostile = "<!channel> <@U012> @everyone *b* _i_ [x](https://evil.example) `c` <at>all</at> </script> \"q\" \\ & #h | ~s~ größe 😀";

    [Fact]
    public async Task Our_own_document_is_as_its_schema_says()
    {
        var schema = await JsonSchema.FromJsonAsync(Repository.Read("schemas/notice.schema.json"));
        var failure = Rig.Notice() with { Verdict = "not-assessed", PreviousVerdict = null, Estate = null };
        var many = Rig.Notice([.. Enumerable.Repeat(Rig.Finding(Hostile), 300)]);

        schema.Validate(Text(WebhookFormat.Json, failure)).Should().BeEmpty();
        schema.Validate(Text(WebhookFormat.Json, many)).Should().BeEmpty();
        JsonNode.Parse(Text(WebhookFormat.Json, many))!["leftOut"]!.GetValue<int>().Should().Be(100);
        JsonNode.Parse(Text(WebhookFormat.Json, many))!["findings"]![0]!["message"]!.GetValue<string>().Should().Be(Hostile);
    }

    [Theory]
    [InlineData(WebhookFormat.Json, 1_500_000)]
    [InlineData(WebhookFormat.Ntfy, 4096)]
    [InlineData(WebhookFormat.Gotify, 20_000)]
    [InlineData(WebhookFormat.Slack, 200_000)]
    [InlineData(WebhookFormat.Teams, 28 * 1024)]
    public void No_body_is_larger_than_its_service_takes_and_says_what_is_left_out(WebhookFormat format, int most)
    {
        foreach (var text in (string[])["short", new string('&', 5000), new string('"', 5000), string.Concat(Enumerable.Repeat("\uD83D\uDE00", 2000))])
        {
            var body = Body(format, Rig.Notice([.. Enumerable.Range(0, 2000).Select(_ => Rig.Finding(text))]) with { Title = text });

            body.Content.Length.Should().BeLessThanOrEqualTo(most);
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body.Content).Should().MatchRegex("more findings: the report holds them all|\"leftOut\":1800");
        }
    }

    [Theory]
    [InlineData(WebhookFormat.Ntfy, 4096)]
    [InlineData(WebhookFormat.Teams, 28 * 1024)]
    public void Even_a_summary_without_measure_stays_within_the_limits(WebhookFormat format, int most)
    {
        var notice = Rig.Notice(Rig.Finding("x")) with { Summary = [.. Enumerable.Repeat(string.Concat(Enumerable.Repeat("\uD83D\uDE00", 300)), 8)] };

        Body(format, notice).Content.Length.Should().BeLessThanOrEqualTo(most);
    }

    [Fact]
    public void Slack_gets_plain_text_in_which_nobody_is_called()
    {
        var document = JsonNode.Parse(Text(WebhookFormat.Slack, Rig.Notice([.. Enumerable.Repeat(Rig.Finding(Hostile, Hostile), 200)]) with { Title = Hostile }))!;
        var blocks = document["blocks"]!.AsArray();

        blocks.Count.Should().BeLessThanOrEqualTo(50);
        blocks.Should().OnlyContain(block => (string?)block!["text"]!["type"] == "plain_text" && (bool)block["text"]!["emoji"]! == false);
        foreach (var text in blocks.Select(block => (string)block!["text"]!["text"]!).Append((string)document["text"]!))
        {
            text.Should().NotContain("<").And.NotContain(">").And.NotMatchRegex("&(?!amp;|lt;|gt;)");
            text.Length.Should().BeLessThanOrEqualTo(3000);
        }

        ((string)blocks[0]!["text"]!["text"]!).Length.Should().BeLessThanOrEqualTo(150);
        ((bool)document["mrkdwn"]!, (bool)document["link_names"]!).Should().Be((false, false));
        ((string)blocks[0]!["text"]!["text"]!).Should().StartWith("&lt;!channel&gt; &lt;@U012&gt;");
    }

    [Fact]
    public void Teams_gets_runs_which_show_every_character_and_no_entity_to_mention_with()
    {
        var document = JsonNode.Parse(Text(WebhookFormat.Teams, Rig.Notice(Rig.Finding(Hostile, Hostile)) with { Title = Hostile }))!;
        var card = document["attachments"]![0]!["content"]!;

        card["body"]!.AsArray().Should().OnlyContain(element => (string?)element!["type"] == "RichTextBlock" && element["inlines"]!.AsArray().All(run => (string?)run!["type"] == "TextRun"));
        card["msteams"].Should().BeNull();
        ((string)card["body"]![0]!["inlines"]![0]!["text"]!).Should().Be(Hostile);
    }

    [Fact]
    public void Ntfy_gets_plain_text_and_a_title_that_ends_nothing()
    {
        var body = Body(WebhookFormat.Ntfy, Rig.Notice(Rig.Finding(Hostile)) with { Title = "größe\r\nX-Click: https://evil.example" });

        body.MediaType.Should().Be("text/plain");
        body.Headers.Should().OnlyContain(header => header.Value.All(character => character >= ' ' && character <= '~'));
        var title = body.Headers.Single(header => header.Name == "X-Title").Value;
        Encoding.UTF8.GetString(Convert.FromBase64String(title["=?UTF-8?B?".Length..^2])).Should().StartWith("größe");
        body.Headers.Select(header => header.Name).Should().Equal("X-Title", "X-Priority");
    }

    [Fact]
    public void A_title_that_looks_encoded_is_encoded()
        => Body(WebhookFormat.Ntfy, Rig.Notice() with { Title = "=?UTF-8?B?ZXZpbA==?=" }).Headers[0].Value.Should().NotContain("ZXZpbA==");

    [Theory]
    [InlineData(true, 8)]
    [InlineData(false, 4)]
    public void Gotify_gets_plain_text_and_a_priority(bool isUrgent, int priority)
    {
        var document = JsonNode.Parse(Text(WebhookFormat.Gotify, Rig.Notice(Rig.Finding(Hostile)) with { IsUrgent = isUrgent }))!;

        ((string)document["extras"]!["client::display"]!["contentType"]!).Should().Be("text/plain");
        ((int)document["priority"]!).Should().Be(priority);
        ((string)document["message"]!).Should().Contain(Hostile);
    }

    private static WebhookBody Body(WebhookFormat format, Notice notice) => WebhookBody.Of(format, notice);

    private static string Text(WebhookFormat format, Notice notice) => Encoding.UTF8.GetString(Body(format, notice).Content);
}
