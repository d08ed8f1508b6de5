using System.Text.Json;

namespace Compliance.Cel.Tests.Conformance;

/// <summary>One conformance vector, whichever file it is from.</summary>
/// <param name="Id">where it stands in its file</param>
/// <param name="IsInside">whether the subset takes it; otherwise it must be refused</param>
public sealed record Vector(string Id, string Expression, bool IsInside, JsonElement Row)
{
    public JsonElement Expect => Row.GetProperty("expect");

    /// <summary>A vector that asks only whether the source parses.</summary>
    public bool IsSyntaxOnly => Row.TryGetProperty("group", out var group) && group.GetString() == "syntax";

    public bool WantsError => Expect.TryGetProperty("error", out var error) && error.GetBoolean();

    /// <summary>The phase that must refuse it: parse, check or eval; empty when none must.</summary>
    public string ErrorPhase => WantsError && Expect.TryGetProperty("phase", out var phase) ? phase.GetString()!
        : WantsError && Row.TryGetProperty("phase", out var own) && own.GetString() == "check" ? "check"
        : WantsError ? "eval"
        : string.Empty;

    public override string ToString() => Id;
}
