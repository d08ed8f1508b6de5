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
    /// <param name="settings">the effective options there; <c>mailnotification</c> does not matter: both its values mail a failure</param>
    public Delivery Of(string node, EffectiveSettings settings) => settings.Notifications.Match(
        path => path switch
        {
            NotificationPath.LegacySendmail => Delivery.ByMail(settings.MailTo.Value, doubt: null) with { MailboxesAt = "/cluster/backup/" + job.Id },
            NotificationPath.None => new Delivery([], null),
            _ => sources.Deliveries.Of(Failure(node)),
        },
        gap => new Delivery([], gap));

    private NotificationEvent Failure(string node)
    {
        var isTold = !job.IsLegacy && Version.TryParse(sources.Inventory.ServerVersion.Split('-')[0], out var version) && version >= SendsJobId;
        return NotificationEvent.FailedBackup(node, isTold ? job.Id : null);
    }
}
