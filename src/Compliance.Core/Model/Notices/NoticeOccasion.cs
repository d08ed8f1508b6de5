namespace Compliance.Core.Model;

/// <summary>When a channel is told of a run. A run that ends without an assessment is told always: it proves nothing, and nobody would look.</summary>
public enum NoticeOccasion
{
    /// <summary>When the state is another than the one this channel was last told of. The default; needs a history or a baseline.</summary>
    Changed,

    /// <summary>After every run that is not compliant, unknown ones included.</summary>
    Drift,

    /// <summary>After every run.</summary>
    Always,
}
