using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What somebody is about to do, in words.</summary>
public static class ReadinessQuestion
{
    /// <summary><c>for an upgrade of lab</c>, <c>for an upgrade of pve1 (lab)</c>. Made visible, not escaped.</summary>
    /// <param name="estate">its name; untrusted</param>
    public static string Of(ReadinessRequest request, string estate)
    {
        ArgumentNullException.ThrowIfNull(request);
        var change = request.Change switch
        {
            ChangeKind.Upgrade => "an upgrade",
            ChangeKind.NetworkChange => "a network change",
            _ => "a storage change",
        };
        var visible = UntrustedText.Shortened(estate, Limits.Name);
        return request.Node is { } node ? $"for {change} of {UntrustedText.Shortened(node, Limits.Name)} ({visible})" : $"for {change} of {visible}";
    }
}
