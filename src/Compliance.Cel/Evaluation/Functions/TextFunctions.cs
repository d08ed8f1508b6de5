using Compliance.Cel.Matching;
using Compliance.Cel.Types;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Functions;

/// <summary><c>size</c> and the tests on strings. All compare ordinally, without normalisation or culture.</summary>
internal static class TextFunctions
{
    private static readonly TypeVariable A = new();
    private static readonly TypeVariable B = new();

    public static IEnumerable<Overload> All =>
    [
        .. Both("size", [CelType.String], CelType.Int, (a, frame) => Charged(a[0], frame, text => CelValue.Of(Texts.Size(text)))),
        .. Both("size", [CelType.List(A)], CelType.Int, (a, _) => CelValue.Of(a[0].List.Items.Length)),
        .. Both("size", [new CelMapType(A, B)], CelType.Int, (a, _) => CelValue.Of(a[0].MapEntries.Entries.Length)),
        Test("contains", (text, part) => text.Contains(part, StringComparison.Ordinal)),
        Test("startsWith", (text, part) => text.StartsWith(part, StringComparison.Ordinal)),
        Test("endsWith", (text, part) => text.EndsWith(part, StringComparison.Ordinal)),
        .. Both("matches", [CelType.String, CelType.String], CelType.Bool, Matches),
    ];

    private static CelValue Matches(ReadOnlySpan<CelValue> arguments, Frame frame)
        => Pattern.TryCompile(arguments[1].AsString(), out var pattern, out var problem)
            ? pattern.IsMatch(arguments[0].AsString(), frame)
            : CelValue.Error(problem);

    private static IEnumerable<Overload> Both(string name, CelType[] parameters, CelType result, CelFunction body)
        => [new(name, false, parameters, result, body), new(name, true, parameters, result, body)];

    private static Overload Test(string name, Func<string, string, bool> test) => new(
        name,
        true,
        [CelType.String, CelType.String],
        CelType.Bool,
        (a, frame) =>
        {
            var part = a[1].AsString();
            return Charged(a[0], frame, text => CelValue.Of(test(text, part)));
        });

    private static CelValue Charged(CelValue text, Frame frame, Func<string, CelValue> body)
        => frame.Charge(text.AsString().Length / 16) ? body(text.AsString()) : frame.Exhausted;
}
