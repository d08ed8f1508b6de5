using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads what mail servers and webhooks have in common.</summary>
/// <param name="Name">of the channel</param>
/// <param name="Authorities">the file of <c>ca-file:</c>; null for the system's authorities</param>
internal sealed record ChannelReader(string Name, NoticeOccasion When, string? Authorities)
{
    private static readonly ValueReader<Placed<NoticeOccasion>?> Occasion = Values.OneOf(
        ("changed", NoticeOccasion.Changed), ("drift", NoticeOccasion.Drift), ("always", NoticeOccasion.Always));

    /// <summary>Null when it has no name; reported.</summary>
    public static ChannelReader? Read(Fields fields)
    {
        var name = fields.Required("name", Values.Of(TextForms.Slug), "Name it, such as name: admins: reports of failures and the history do.");
        var when = fields.Optional("when", Occasion);
        var authorities = fields.Optional("ca-file", Values.Of(TextForms.HostPath));
        return name is null ? null : new ChannelReader(name.Value.Value, when?.Value ?? NoticeOccasion.Changed, authorities?.Value);
    }
}
