using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>What one rule says of one subject. Texts are there for Fail and Unknown only.</summary>
public sealed record RuleResult
{
    public required Rule Rule { get; init; }

    public required Subject Subject { get; init; }

    /// <summary>Tells cases of one subject apart, such as the services of a tier; empty otherwise.</summary>
    public string CaseKey { get; init; } = string.Empty;

    public required Verdict Verdict { get; init; }

    public string Message { get; init; } = string.Empty;

    public string? Expected { get; init; }

    public string? Actual { get; init; }

    /// <summary>For Fail: the parts of the rule that decided, where expected and actual do not tell it all; otherwise empty.</summary>
    public ImmutableArray<Reason> Because { get; init; } = [];

    /// <summary>For Unknown: everything that could not be read and would have decided it.</summary>
    public ImmutableArray<Gap> Missing { get; init; } = [];

    /// <summary>Where the policy declares what the rule compares with.</summary>
    public Place? Declared { get; init; }

    public LivePlace? Live { get; init; }

    public string? Fix { get; init; }

    /// <summary>The values it was judged by; null when subjects were hidden as a whole.</summary>
    internal CelBindings? Bindings { get; init; }

    /// <summary>How the verdict came about; evaluates the rule once more.</summary>
    public RuleTrace Trace() => Bindings is null ? RuleTrace.None : RuleTracer.Trace(Rule, Bindings);
}
