using System.Collections.Frozen;
using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Table;

/// <summary>The type environment of each kind of subject, made once.</summary>
internal static class Environments
{
    private static readonly FrozenDictionary<SubjectKind, CelEnvironment> ByKind = Enum.GetValues<SubjectKind>()
        .ToFrozenDictionary(kind => kind, kind => new CelEnvironment(FactTable.VariablesOf(kind).Select(v => new CelVariable(v.Name, v.Type))));

    public static CelEnvironment Of(SubjectKind kind) => ByKind[kind];
}
