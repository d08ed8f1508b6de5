namespace Compliance.Cel;

/// <summary>What an issue is about.</summary>
public enum CelIssueKind
{
    /// <summary>Not an expression.</summary>
    Syntax,

    /// <summary>CEL has it, this subset does not; the message names the feature.</summary>
    Unsupported,

    /// <summary>No variable, field, function or enum value of that name.</summary>
    Name,

    /// <summary>The types do not fit.</summary>
    Type,

    /// <summary>Too long or nested too deeply.</summary>
    Limit,

    /// <summary>The whole or a part has the same outcome whatever the data is, or says nothing new: always a warning.</summary>
    Constant,

    /// <summary>A part compiles, but is an error whenever it is evaluated: always a warning, as <c>||</c> and <c>&amp;&amp;</c> may absorb it.</summary>
    Failure,
}
