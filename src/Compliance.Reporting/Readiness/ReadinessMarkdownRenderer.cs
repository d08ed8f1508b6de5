using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For tickets and chat: the answer and what is in the way with the command that resolves it; what is in order is folded.</summary>
public sealed class ReadinessMarkdownRenderer : IReadinessRenderer
{
    private const int BlockingRoom = 40_000;
    private const int OrderRoom = 8_000;
    private const int FixLength = 600;

    public void Render(Readiness readiness, Stream output)
    {
        ArgumentNullException.ThrowIfNull(readiness);
        var model = ReadinessModel.Of(readiness);
        var page = new MarkdownPage();
        var icon = readiness.Outcome switch
        {
            ReadinessOutcome.Go => "✅",
            ReadinessOutcome.NoGo => "❌",
            _ => "❔",
        };
        page.Add($"## {icon} {model.Headline} {MarkdownText.Prose(model.Question, Limits.Message)}\n\n{model.Sentence}\n\n");
        if (model.Validity is { } validity)
        {
            page.Add($"{MarkdownText.Prose(validity, Limits.Message)}\n\n");
        }

        page.Add($"As of {Words.ForPeople(readiness.AsOf)} (collected {Words.ForPeople(readiness.Estate.CollectedAt)}), policy {MarkdownText.Code(model.Policy, Limits.Value)}, "
            + $"receipt {MarkdownText.Code(ReceiptFile.HashOf(Receipt.Of(readiness)), Limits.Name)}\n");
        if (model.Obstacles.Any())
        {
            page.AddList(BlockingRoom, "\n### In the way\n\n", [.. model.Obstacles.Select(Obstacle)], "things in the way", "");
        }

        if (!model.InOrder.IsEmpty)
        {
            page.AddList(
                OrderRoom, $"\n<details><summary>{model.InOrder.Length} in order</summary>\n\n", [.. model.InOrder.Select(item => $"- {Rule(item.Rule)} {MarkdownText.Prose(item.Title, Limits.Value)}\n")],
                "conditions in order", "\n</details>\n");
        }

        if (model.Rest.Any())
        {
            page.AddList(OrderRoom, "\n", [.. model.Rest.Select(rest => $"- {rest.Title} {MarkdownText.Prose(rest.Text, Limits.Message)}\n")], "lists", "");
        }

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static string Obstacle(ReadinessObstacle obstacle)
    {
        var word = obstacle.Verdict == Verdict.Fail ? "❌ **NO**" : "❔ **not judged**";
        var text = $"{word} {MarkdownText.Code(obstacle.Subject, Limits.Value)} {MarkdownText.Prose(obstacle.Message, Limits.Message)} ({Rule(obstacle.Rules)})\n\n";
        return obstacle.Fix is not { } fix ? text
            : fix.Length <= FixLength ? $"{text}{MarkdownText.Block(fix)}\n"
            : $"{text}The command is too long to show here, and half a command is worse than none: see -o text or -o html.\n\n";
    }

    private static string Rule(string rules) => MarkdownText.Prose(rules, Limits.Value);
}
