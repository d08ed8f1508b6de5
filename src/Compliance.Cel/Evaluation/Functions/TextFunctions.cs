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
        .. Both("size", [CelType.String], CelType.Int, (a, frame) => frame.ChargeFor(a) ? CelValue.Of(Texts.Size(a[0].AsString())) : frame.Exhausted),
        .. Both("size", [CelType.List(A)], CelType.Int, (a, _) => CelValue.Of(a[0].List.Items.Length)),
        .. Both("size", [new CelMapType(A, B)], CelType.Int, (a, _) => CelValue.Of(a[0].MapEntries.Entries.Length)),
        Test("contains", (text, part) => TextSearch.IndexOf(text, part, 0) >= 0),
        Test("startsWith", (text, part) => text.StartsWith(part, StringComparison.Ordinal)),
        Test("endsWith", (text, part) => text.EndsWith(part, StringComparison.Ordinal)),
        .. Both("matches", [CelType.String, CelType.String], CelType.Bool, Matches),
    ];

    /// <summary>A pattern that is not constant is compiled every time, and paid for every time.</summary>
    private static CelValue Matches(ReadOnlySpan<CelValue> arguments, Frame frame)
    {
        var source = arguments[1].AsString();
        if (!frame.Charge(Math.Min(source.Length, Pattern.MaxLength)))
        {
            return frame.Exhausted;
        }

        return !Pattern.TryCompile(source, out var pattern, out var problem) ? CelValue.Error(problem)
            : frame.Charge(pattern.States) ? pattern.IsMatch(arguments[0].AsString(), frame)
            : frame.Exhausted;
    }

    private static IEnumerable<Overload> Both(string name, CelType[] parameters, CelType result, CelFunction body)
        => [new(name, false, parameters, result, body), new(name, true, parameters, result, body)];

    private static Overload Test(string name, Func<string, string, bool> test) => new(
        name,
        true,
        [CelType.String, CelType.String],
        CelType.Bool,
        (a, frame) => frame.ChargeFor(a) ? CelValue.Of(test(a[0].AsString(), a[1].AsString())) : frame.Exhausted);
}
