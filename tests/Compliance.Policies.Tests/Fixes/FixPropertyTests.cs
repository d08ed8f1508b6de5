using System.Text;
using System.Text.RegularExpressions;
using Compliance.Core.Model;
using Compliance.Policies.Tests.Schemas;
using CsCheck;
using Xunit.Abstractions;

namespace Compliance.Policies.Tests.Fixes;

/// <summary>
/// Of any valid document with one slip, in any layout: what is mended was the problem, nothing else changed by a byte, no problem is
/// new, and there is nothing to mend afterwards. Looks elsewhere each time; a failure prints its seed.
/// </summary>
public partial class FixPropertyTests(ITestOutputHelper output)
{
    private const int Seconds = 12;

    private static readonly Gen<(DocumentKind Kind, string Good, string Bad)> Slipped =
        from kind in Gen.Int[0, DocumentKind.All.Count - 1].Select(index => DocumentKind.All[index])
        from document in kind.Valid
        from number in Gen.Int[0, 1000]
        from which in Gen.Int[0, 10_000]
        from how in Gen.Int[0, 7]
        from at in Gen.Int[0, 100]
        from layout in Gen.Int.Array[8]
        let good = GeneratedDocuments.Yaml(document, number)
        let bad = Slip(good, which, how, at)
        select (kind, Layout(good, layout), Layout(bad, layout));

    [Fact]
    public void A_slip_is_mended_to_what_was_there_or_left()
    {
        var (runs, mended, problems) = (0, 0, 0);
        Slipped.Sample(
            of =>
            {
                var (kind, good, bad) = of;
                Interlocked.Increment(ref runs);
                var plan = FixPlan.For(kind.InRepository(bad));
                if (good == bad || Keys(plan.Lint).SequenceEqual(Keys(CaseFiles.Read(kind.InRepository(good)))))
                {
                    return; // nobody could notice
                }

                Interlocked.Increment(ref problems);
                if (plan.Files.IsEmpty)
                {
                    return;
                }

                Interlocked.Increment(ref mended);
                var after = Encoding.UTF8.GetString(plan.Files.Should().ContainSingle().Subject.After);
                var left = FixPlan.For(kind.InRepository(after));
                left.Files.Should().BeEmpty("once is enough");
                Keys(left.Lint).Except(Keys(plan.Lint)).Except(Keys(CaseFiles.Read(kind.InRepository(good)))).Should().BeEmpty("nothing is new but what the slip hid");
                Keys(left.Lint).Should().NotContain(plan.Files[0].Fixed.Select(Key));
                OnlyWordsDiffer(bad, after, plan.Files[0].Fixed.Length);
                after.Should().Be(good);
            },
            time: Seconds,
            print: of => $"{of.Item1.Name}\n{of.Item3}");

        output.WriteLine($"{runs} documents, {problems} with a problem, {mended} mended");
        problems.Should().BeGreaterThan(runs / 4, "slips that nobody notices prove nothing");
        mended.Should().BeGreaterThan(problems / 3, "what is left proves nothing");
    }

    /// <summary>An oracle that knows no places: the same text before and after a short stretch without line ends, for each change.</summary>
    private static void OnlyWordsDiffer(string before, string after, int changes)
    {
        var (old, now) = (LineEnds().Split(before), LineEnds().Split(after));
        LineEnds().Matches(after).Select(end => end.Value).Should().Equal(LineEnds().Matches(before).Select(end => end.Value));
        var differ = old.Zip(now).Where(pair => pair.First != pair.Second).ToList();
        differ.Should().HaveCountLessThanOrEqualTo(changes).And.NotBeEmpty();
        (old.Length, before[0] == '\uFEFF').Should().Be((now.Length, after[0] == '\uFEFF'));
    }

    /// <summary>One word of four letters or more, anywhere, with one or two letters amiss, or in another style.</summary>
    private static string Slip(string text, int which, int how, int at)
    {
        var words = Word().Matches(text);
        if (words.Count == 0)
        {
            return text;
        }

        var match = words[which % words.Count];
        var word = match.Value;
        var letter = 1 + (at % (word.Length - 2));
        var changed = how switch
        {
            0 => word.Remove(letter, 1),
            1 => word.Insert(letter, word[letter].ToString()),
            2 => word[..letter] + word[letter + 1] + word[letter] + word[(letter + 2)..],
            3 => word[..letter] + (char)('a' + (at % 26)) + word[(letter + 1)..],
            4 => word.ToUpperInvariant(),
            5 => word.Replace('-', '_'),
            6 => HyphenAndLetter().Replace(word, after => after.Groups[1].Value.ToUpperInvariant()),
            _ => word.Remove(letter, 1).Insert(word.Length / 2, "x"),
        };
        return text[..match.Index] + changed + text[(match.Index + match.Length)..];
    }

    /// <summary>Comments with wide characters, trailing blanks, any line ends, a byte order mark, no last line end.</summary>
    private static string Layout(string text, int[] random)
    {
        var result = new StringBuilder(random[0] % 3 == 0 ? "\uFEFF" : "");
        if (random[1] % 2 == 0)
        {
            result.Append("# größe: 😀\ttab\r");
        }

        var lines = text.TrimEnd('\n').Split('\n');
        foreach (var (number, line) in lines.Index())
        {
            var choice = (int)((uint)(random[2 + (number % 6)] + number) % 12);
            result.Append(line).Append((choice % 4) switch { 0 => "", 1 => "   ", 2 => " # über 😀 keep-dialy: x", _ => "\t" });
            result.Append(number == lines.Length - 1 && random[7] % 2 == 0 ? "" : (choice / 4) switch { 0 => "\n", 1 => "\r\n", _ => "\r" });
        }

        return result.ToString();
    }

    private static IEnumerable<string> Keys(CaseFiles lint) => lint.Policy.Problems.Select(Key);

    private static string Key(Problem problem) => $"{problem.Code} {problem.Place.File}:{problem.Place.Line} {problem.Message}";

    [GeneratedRegex("\r\n|\r|\n")]
    private static partial Regex LineEnds();

    [GeneratedRegex("[a-z][a-z-]{2,}[a-z]")]
    private static partial Regex Word();

    [GeneratedRegex("-([a-z])")]
    private static partial Regex HyphenAndLetter();
}
