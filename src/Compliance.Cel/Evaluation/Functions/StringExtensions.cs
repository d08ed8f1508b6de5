namespace Compliance.Cel.Evaluation.Functions;

/// <summary>The strings extension of CEL: positions count code points, offsets outside the string are errors.</summary>
internal static class StringExtensions
{
    private static readonly CelType Text = CelType.String;
    private static readonly CelType Int = CelType.Int;

    public static IEnumerable<Overload> All =>
    [
        Of("charAt", [Text, Int], Text, (a, _) => StringPositions.CharAt(a[0].AsString(), a[1].AsInt())),
        Of("substring", [Text, Int], Text, (a, _) => StringPositions.Substring(a[0].AsString(), a[1].AsInt(), null)),
        Of("substring", [Text, Int, Int], Text, (a, _) => StringPositions.Substring(a[0].AsString(), a[1].AsInt(), a[2].AsInt())),
        Of("indexOf", [Text, Text], Int, (a, _) => StringPositions.IndexOf(a[0].AsString(), a[1].AsString(), 0)),
        Of("indexOf", [Text, Text, Int], Int, (a, _) => StringPositions.IndexOf(a[0].AsString(), a[1].AsString(), a[2].AsInt())),
        Of("lastIndexOf", [Text, Text], Int, (a, _) => StringPositions.LastIndexOf(a[0].AsString(), a[1].AsString(), null)),
        Of("lastIndexOf", [Text, Text, Int], Int, (a, _) => StringPositions.LastIndexOf(a[0].AsString(), a[1].AsString(), a[2].AsInt())),
        Of("lowerAscii", [Text], Text, (a, _) => CelValue.Of(MapAscii(a[0].AsString(), 'A', 'Z', 32))),
        Of("upperAscii", [Text], Text, (a, _) => CelValue.Of(MapAscii(a[0].AsString(), 'a', 'z', -32))),
        Of("reverse", [Text], Text, (a, _) => CelValue.Of(Values.Texts.Reverse(a[0].AsString()))),

        // White space of Unicode, U+0085 included and U+180E, U+200B, U+FEFF not: exactly what .NET trims.
        Of("trim", [Text], Text, (a, _) => CelValue.Of(a[0].AsString().Trim())),
        Of("replace", [Text, Text, Text], Text, (a, frame) => StringPieces.Replace(a[0].AsString(), a[1].AsString(), a[2].AsString(), -1, frame)),
        Of("replace", [Text, Text, Text, Int], Text, (a, frame)
            => StringPieces.Replace(a[0].AsString(), a[1].AsString(), a[2].AsString(), a[3].AsInt(), frame)),
        Of("split", [Text, Text], CelType.List(Text), (a, frame) => StringPieces.Split(a[0].AsString(), a[1].AsString(), -1, frame)),
        Of("split", [Text, Text, Int], CelType.List(Text), (a, frame) => StringPieces.Split(a[0].AsString(), a[1].AsString(), a[2].AsInt(), frame)),
        Of("join", [CelType.List(Text)], Text, (a, frame) => StringPieces.Join(a[0].AsList(), "", frame)),
        Of("join", [CelType.List(Text), Text], Text, (a, frame) => StringPieces.Join(a[0].AsList(), a[1].AsString(), frame)),
    ];

    /// <summary>Every one of them pays for the length of what it is given.</summary>
    private static Overload Of(string name, CelType[] parameters, CelType result, CelFunction body) => new(
        name,
        true,
        parameters,
        result,
        (arguments, frame) => frame.ChargeFor(arguments) ? body(arguments, frame) : frame.Exhausted);

    private static string MapAscii(string text, char first, char last, int shift) => string.Create(text.Length, (text, first, last, shift), (target, state) =>
    {
        for (var i = 0; i < target.Length; i++)
        {
            var unit = state.text[i];
            target[i] = unit >= state.first && unit <= state.last ? (char)(unit + state.shift) : unit;
        }
    });
}
