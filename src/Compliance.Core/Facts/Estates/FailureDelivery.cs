using System.Collections.Immutable;
using Compliance.Core.Facts.Jobs;
using Compliance.Core.Facts.Notifications;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Whom a failing run of a job tells, on one node: by mail of the node itself, or by the cluster's notification system.</summary>
internal sealed class FailureDelivery(JobState job, EstateSources sources)
{
    // Before, the field job-id was not sent (pve-manager 8.2.5), and a matcher for one job matched nothing.
    private static readonly Version SendsJobId = new(8, 2, 5);

    /// <param name="node">where the run is</param>
    /// <param name="mode">the effective notification-mode there</param>
    /// <param name="mailTo">the effective mailto; not asked for when the mode does not use it</param>
    public Delivery Of(string node, Observed<EffectiveValue> mode, Func<Observed<EffectiveValue>> mailTo)
    {
        if (mode.Unreadable is { } hiddenMode)
        {
            return new Delivery([], hiddenMode);
        }

        if (mode.Value!.Value == "notification-system")
        {
            return sources.Deliveries.Of(Failure(node));
        }

        var addresses = mailTo();
        if (addresses.Unreadable is { } hiddenMail)
        {
            return new Delivery([], hiddenMail);
        }

        // mailnotification does not matter: "failure" and "always" both mail a failure.
        var settings = new EffectiveSettings(
            new Dictionary<string, string> { ["notification-mode"] = mode.Value.Value, ["mailto"] = addresses.Value!.Value },
            ImmutableDictionary<string, string>.Empty);
        return settings.Notifications switch
        {
            NotificationPath.LegacySendmail => Delivery.ByMail(settings.MailTo, doubt: null) with { MailboxesAt = "/cluster/backup/" + job.Id },
            NotificationPath.None => new Delivery([], null),
            _ => sources.Deliveries.Of(Failure(node)),
        };
    }

    private NotificationEvent Failure(string node)
    {
        var isTold = !job.IsLegacy && Version.TryParse(sources.Inventory.ServerVersion.Split('-')[0], out var version) && version >= SendsJobId;
        return NotificationEvent.FailedBackup(node, isTold ? job.Id : null);
    }
}
