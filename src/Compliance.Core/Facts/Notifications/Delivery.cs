using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Notifications;

/// <summary>Whom an event reaches: addresses, and the names of targets that are no mail.</summary>
/// <param name="Certain">those it reaches for sure, sorted</param>
/// <param name="Doubt">why it may reach others too; null when these are all</param>
public sealed record Delivery(ImmutableArray<string> Certain, Gap? Doubt)
{
    /// <summary>
    /// Names without a domain, such as <c>root</c>, sorted: mailboxes of the node itself. Whether anybody reads them cannot be seen;
    /// root's goes to <c>proxmox-mail-forward</c>, and so to matchers again, as an event of another type.
    /// </summary>
    public ImmutableArray<string> Mailboxes { get; init; } = [];

    /// <summary>Where the mailboxes are named.</summary>
    public string MailboxesAt { get; init; } = "/cluster/notifications/targets";

    /// <summary>All it tells, mailboxes as well; unreadable when there may be more.</summary>
    public Observed<ImmutableArray<string>> Recipients => Doubt is null
        ? Observation.Known<ImmutableArray<string>>([.. Certain.Concat(Mailboxes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])
        : Observation.Unreadable<ImmutableArray<string>>(Doubt);

    /// <summary>
    /// Whether it reaches anybody: one certain recipient is proof, none is proof only when nothing is in doubt. A mailbox of the
    /// node proves nothing either way.
    /// </summary>
    public Observed<bool> ReachesSomebody => !Certain.IsEmpty ? Observation.Known(true)
        : Doubt is not null ? Observation.Unreadable<bool>(Doubt)
        : Mailboxes.IsEmpty ? Observation.Known(false)
        : Observation.Unreadable<bool>(new Gap(
            MailboxesAt, $"{string.Join(", ", Mailboxes)}: a mailbox of the node itself, and whether anybody reads it cannot be seen"));

    /// <summary>What mail to these addresses reaches.</summary>
    /// <param name="recipients">addresses, or names of mailboxes, as configured</param>
    /// <param name="doubt">why there may be more</param>
    public static Delivery ByMail(IEnumerable<string> recipients, Gap? doubt)
    {
        var named = recipients.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToLookup(r => r.Contains('@', StringComparison.Ordinal));
        return new Delivery([.. named[true]], doubt) { Mailboxes = [.. named[false]] };
    }
}
