using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Compliance.Policies;

/// <summary>Services of the runbook that the names of guests suggest. A name proves nothing, so they are only ever suggested.</summary>
internal static partial class ServiceNames
{
    private static readonly ImmutableArray<(Regex Name, string Service)> Known =
    [
        (Authority(), "Internal CA"),
        (Resolver(), "DNS"),
        (Odoo(), "Odoo control plane"),
        (Directory(), "AD / identity"),
        (Monitoring(), "Monitoring"),
        (Automation(), "Automation"),
        (Tools(), "Internal tools"),
    ];

    /// <returns>null when the name suggests nothing</returns>
    public static string? Of(string guest)
        => Known.Where(known => known.Name.IsMatch(guest)).Select(known => known.Service).FirstOrDefault();

    [GeneratedRegex("^(ca|pki|step-?ca)[0-9-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Authority();

    [GeneratedRegex("^(dns|ns|bind|unbound|pihole|adguard)[0-9-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Resolver();

    [GeneratedRegex("^odoo[a-z0-9-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Odoo();

    [GeneratedRegex("^(ad|dc|ldap|idp|ipa|keycloak|authentik)[0-9-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Directory();

    [GeneratedRegex("^(mon|monitoring|grafana|prometheus|zabbix|influxdb)[0-9-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Monitoring();

    [GeneratedRegex("^(automation|ansible|awx|semaphore|n8n)[0-9-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Automation();

    [GeneratedRegex("^(tools|git|gitea|gitlab|wiki)[0-9-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tools();
}
