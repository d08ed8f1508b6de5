using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Reads matchers and targets of notifications.</summary>
internal static class NotificationRows
{
    public static NotificationMatcher Matcher(WireRow row) => new()
    {
        Name = Endpoint.Checked(row.Text("name")),
        Mode = row.OptionalText("mode") ?? "all",
        IsInverted = row.OptionalFlag("invert-match") ?? false,
        IsDisabled = row.OptionalFlag("disable") ?? false,
        Fields = row.Texts("match-field"),
        Severities = row.Texts("match-severity"),
        Calendars = row.Texts("match-calendar"),
        Targets = row.Texts("target"),
    };

    /// <summary>To whom a target mails stands elsewhere; one that is no mail mails to nobody.</summary>
    public static NotificationTarget Target(WireRow row)
        => new(Endpoint.Checked(row.Text("name")), row.Text("type"), row.OptionalFlag("disable") ?? false, Observation.Known(new MailRecipients([], [])));

    /// <summary>Recipients by name of the target, from the list of all targets of one type.</summary>
    public static ImmutableDictionary<string, MailRecipients> Recipients(Envelope envelope)
        => WireRow.Read(envelope.Data, row => KeyValuePair.Create(row.Text("name"), new MailRecipients(row.Texts("mailto"), row.Texts("mailto-user"))))
            .DistinctBy(target => target.Key, StringComparer.Ordinal)
            .ToImmutableDictionary(StringComparer.Ordinal);
}
