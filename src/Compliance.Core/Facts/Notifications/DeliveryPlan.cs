using Compliance.Core.Model;

namespace Compliance.Core.Facts.Notifications;

/// <summary>
/// Whom the cluster's notification system tells of an event: matchers, then targets, then recipients (proxmox-notify
/// <c>lib.rs:Bus::send</c>). Whether a mail arrives nobody can see: Proxmox only logs what goes wrong while sending.
/// </summary>
public sealed class DeliveryPlan(Listing<NotificationMatcher> matchers, Listing<NotificationTarget> targets, Listing<UserState> users)
{
    public Delivery Of(NotificationEvent happened)
    {
        var reached = new SortedSet<string>(StringComparer.Ordinal);
        var mailboxes = new SortedSet<string>(StringComparer.Ordinal);
        var doubt = matchers.Hidden;
        var matching = MatcherEvaluation.Matching(matchers.Rows, happened);
        foreach (var name in matching.Where(m => m.Result.Matches == true).SelectMany(m => m.Matcher.Targets))
        {
            var found = Recipients(name);
            reached.UnionWith(found.Certain);
            mailboxes.UnionWith(found.Mailboxes);
            doubt ??= found.Doubt;
        }

        // A matcher that may tell nobody new leaves nothing in doubt.
        foreach (var (matcher, result) in matching.Where(m => m.Result.Matches is null))
        {
            if (matcher.Targets.Select(Recipients).Any(found => found.Doubt is not null || !reached.IsSupersetOf(found.Certain) || !mailboxes.IsSupersetOf(found.Mailboxes)))
            {
                doubt ??= new Gap("/cluster/notifications/matchers", $"matcher '{matcher.Name}' may or may not tell: {result.Doubt}");
            }
        }

        return new Delivery([.. reached], doubt) { Mailboxes = [.. mailboxes] };
    }

    /// <summary>A target that does not exist or is disabled reaches nobody; Proxmox writes a line to its log.</summary>
    private Delivery Recipients(string name)
    {
        var target = targets.Rows.FirstOrDefault(t => t.Name == name);
        return target switch
        {
            null => new Delivery([], targets.Hidden),
            { IsDisabled: true } => new Delivery([], null),
            { Type: "gotify" or "webhook" } => new Delivery([name], null),
            { Type: "sendmail" or "smtp" } => target.Mail.Match(mail => Mailed(mail!), gap => new Delivery([], gap)),
            _ => new Delivery([], new Gap("/cluster/notifications/targets", $"target '{name}' is of the unknown type '{target.Type}'")),
        };
    }

    private Delivery Mailed(MailRecipients mail)
    {
        var reached = new SortedSet<string>(mail.Addresses, StringComparer.Ordinal);
        Gap? doubt = null;
        foreach (var id in mail.Users)
        {
            // proxmox-notify context/pve.rs looks into user.cfg, where a disabled user has an address, too.
            var user = users.Rows.FirstOrDefault(u => u.Id == id);
            if (user?.Email is { } address && !string.IsNullOrWhiteSpace(address))
            {
                reached.Add(address.Trim());
            }
            else if (user is null)
            {
                doubt ??= users.Hidden;
            }
        }

        return Delivery.ByMail(reached, doubt);
    }
}
