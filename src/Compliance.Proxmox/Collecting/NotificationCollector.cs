using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// Collects matchers and targets of notifications. The list of targets names all of them; to whom they mail, only the lists of
/// their types tell. Servers, headers, secrets and passwords are never kept, and the list of webhooks is not even asked for.
/// </summary>
internal sealed class NotificationCollector(ProxmoxApi api, CollectionScope scope)
{
    private const string Root = "/cluster/notifications";

    private static readonly string[] MailTypes = ["sendmail", "smtp"];

    public async Task<(Listing<NotificationMatcher> Matchers, Listing<NotificationTarget> Targets)> CollectAsync(CancellationToken cancellationToken)
    {
        if (!scope.Asks(Root + "/matchers"))
        {
            return (NotCollected.List<NotificationMatcher>(Root + "/matchers"), NotCollected.List<NotificationTarget>(Root + "/targets"));
        }

        var matchers = api.ListAsync(
            Root + "/matchers", NotificationRows.Matcher, static (a, b) => string.CompareOrdinal(a.Name, b.Name), cancellationToken);
        var targets = api.ListAsync(
            Root + "/targets", NotificationRows.Target, static (a, b) => string.CompareOrdinal(a.Name, b.Name), cancellationToken);
        var mail = await Task.WhenAll(MailTypes.Select(type => api.AskAsync(EndpointOf(type), NotificationRows.Recipients, cancellationToken)))
            .ConfigureAwait(false);
        var seen = await targets.ConfigureAwait(false);
        return (
            await matchers.ConfigureAwait(false),
            new Listing<NotificationTarget>([.. seen.Rows.Select(target => WithMail(target, mail))], seen.Hidden));
    }

    private static NotificationTarget WithMail(NotificationTarget target, Observed<ImmutableDictionary<string, MailRecipients>>[] mail)
    {
        var type = Array.IndexOf(MailTypes, target.Type);
        return type < 0 ? target : target with
        {
            Mail = mail[type].Then(known => known.TryGetValue(target.Name, out var recipients)
                ? Observation.Known(recipients)
                : Observation.Unreadable<MailRecipients>(new Gap(EndpointOf(target.Type), $"target '{target.Name}' is not in the list of its type"))),
        };
    }

    private static string EndpointOf(string type) => $"{Root}/endpoints/{type}";
}
