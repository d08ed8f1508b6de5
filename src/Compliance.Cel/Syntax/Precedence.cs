namespace Compliance.Cel.Syntax;

/// <summary>Levels of the left-associative binary operators, loose to tight.</summary>
internal static class Precedence
{
    public const int Relation = 1;
    public const int Sum = 2;
    public const int Product = 3;

    /// <summary>0 for what is no such operator.</summary>
    public static int Of(TokenKind kind) => kind switch
    {
        TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => Relation,
        TokenKind.Equal or TokenKind.NotEqual or TokenKind.In => Relation,
        TokenKind.Plus or TokenKind.Minus => Sum,
        TokenKind.Star or TokenKind.Slash or TokenKind.Percent => Product,
        _ => 0,
    };

    /// <summary>The operator as written.</summary>
    public static string Symbol(TokenKind kind) => kind switch
    {
        TokenKind.Less => "<",
        TokenKind.LessOrEqual => "<=",
        TokenKind.Greater => ">",
        TokenKind.GreaterOrEqual => ">=",
        TokenKind.Equal => "==",
        TokenKind.NotEqual => "!=",
        TokenKind.In => "in",
        TokenKind.Plus => "+",
        TokenKind.Minus => "-",
        TokenKind.Star => "*",
        TokenKind.Slash => "/",
        TokenKind.Percent => "%",
        TokenKind.Not => "!",
        TokenKind.And => "&&",
        _ => "||",
    };
}
