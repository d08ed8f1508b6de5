namespace Compliance.Cel.Syntax.Tree;

internal enum MacroKind
{
    All,
    Exists,
    ExistsOne,
    Filter,
    Map,
}
