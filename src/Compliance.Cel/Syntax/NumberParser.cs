using System.Globalization;
using Compliance.Cel.Syntax.Tree;

namespace Compliance.Cel.Syntax;

/// <summary>A number with its own minus, so that -9223372036854775808 is in range.</summary>
internal sealed class NumberParser(TokenReader tokens)
{
    public SyntaxNode Parse()
    {
        var start = tokens.Start;
        var isNegative = tokens.Take(TokenKind.Minus);
        var token = tokens.Advance();
        var span = tokens.From(start);
        if (token.Kind == TokenKind.Double)
        {
            return Double(span, token, isNegative);
        }

        var isHex = token.Text.StartsWith("0x", StringComparison.Ordinal);
        var fits = ulong.TryParse(
            isHex ? token.Text.AsSpan(2) : token.Text,
            isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var size);
        if (token.Kind == TokenKind.UnsignedInt)
        {
            return tokens.Refuse(span, "unsigned integers (uint, 7u) are not part of this language; write the number without u");
        }

        if (!fits || size > (isNegative ? 1UL << 63 : long.MaxValue))
        {
            return tokens.FailAt(span, "the number is out of range: int goes from -9223372036854775808 to 9223372036854775807");
        }

        return new LiteralSyntax(span, CelValue.Of(isNegative ? unchecked(-(long)size) : (long)size));
    }

    private SyntaxNode Double(SourceSpan span, Token token, bool isNegative)
    {
        var value = double.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? new LiteralSyntax(span, CelValue.Of(isNegative ? -value : value))
            : tokens.FailAt(span, "the number is out of the range of double");
    }
}
