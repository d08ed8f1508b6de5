namespace Compliance.Cel.Syntax;

/// <summary>
/// Numbers: <c>12</c>, <c>0x1F</c>, <c>12u</c>, <c>1.5</c>, <c>.5</c>, <c>1e-3</c>. <c>1.</c> is an int and a dot. The sign and the range
/// are the parser's.
/// </summary>
internal static class NumberLexer
{
    public static Token Read(string source, int start)
    {
        if (source.AsSpan(start).StartsWith("0x") && IsHex(source, start + 2))
        {
            var hexEnd = start + 2;
            while (IsHex(source, hexEnd))
            {
                hexEnd++;
            }

            return Integer(source, start, hexEnd);
        }

        var end = Digits(source, start);
        var isDouble = false;
        if (At(source, end) == '.' && char.IsAsciiDigit(At(source, end + 1)))
        {
            end = Digits(source, end + 1);
            isDouble = true;
        }

        var exponent = At(source, end) is 'e' or 'E' ? end + 1 : source.Length;
        exponent += At(source, exponent) is '+' or '-' ? 1 : 0;
        if (char.IsAsciiDigit(At(source, exponent)))
        {
            end = Digits(source, exponent);
            isDouble = true;
        }

        return isDouble ? new Token(TokenKind.Double, new SourceSpan(start, end), source[start..end]) : Integer(source, start, end);
    }

    private static Token Integer(string source, int start, int end) => At(source, end) is 'u' or 'U'
        ? new Token(TokenKind.UnsignedInt, new SourceSpan(start, end + 1), source[start..end])
        : new Token(TokenKind.Int, new SourceSpan(start, end), source[start..end]);

    private static int Digits(string source, int from)
    {
        while (char.IsAsciiDigit(At(source, from)))
        {
            from++;
        }

        return from;
    }

    private static bool IsHex(string source, int index) => char.IsAsciiHexDigit(At(source, index));

    private static char At(string source, int index) => index < source.Length ? source[index] : '\0';
}
