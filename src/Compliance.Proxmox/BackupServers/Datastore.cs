using System.Globalization;
using System.Text;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// Asks one datastore of a Proxmox Backup Server. Whatever goes wrong is a gap, a refused token and certificate too: the cluster's own
/// inventory does not become worthless by it.
/// </summary>
/// <param name="place">the datastore as the policy names it, for gaps</param>
internal sealed class Datastore(ProxmoxApi api, string place, string store, string? space)
{
    public const string Audit = "Datastore.Audit";

    private const int LongestMessage = 160;

    /// <summary>The path of the access control list that decides (pbs-api-types <c>BackupNamespace::acl_path</c>).</summary>
    public string AclPath => $"/datastore/{store}{(space is null ? "" : $"/{space}")}";

    /// <summary>
    /// Whether the token may list what others own. Without it the server leaves their groups out and says nothing
    /// (proxmox-backup <c>src/api2/admin/datastore.rs</c>, <c>list_snapshots</c>).
    /// </summary>
    public Task<Observed<bool>> SeesAllAsync(CancellationToken cancellation)
        => AskAsync($"/access/permissions?path={Uri.EscapeDataString(AclPath)}", null, data =>
            new WireRow(data).TryFind(AclPath, out var held) && new WireRow(held).Has(Audit), cancellation);

    /// <summary>The snapshots of the namespace, not of those below it: newest first. A row that is not understood makes a gap.</summary>
    public async Task<Observed<Listing<Snapshot>>> SnapshotsAsync(CancellationToken cancellation)
    {
        var path = $"/admin/datastore/{Uri.EscapeDataString(store)}/snapshots";
        var needs = $"{Audit} on {AclPath}";
        var hosts = await AskAsync($"{path}?backup-type=host{Space}", needs, Read, cancellation).ConfigureAwait(false);

        // A namespace that never saw a host has no folder of that type, which some versions answer with 400. All types say whether that is all.
        return hosts.Unreadable?.Reason.StartsWith("400", StringComparison.Ordinal) == true
            && await AskAsync($"{path}{(space is null ? "" : $"?{Space[1..]}")}", needs, Read, cancellation).ConfigureAwait(false) is { IsKnown: true } all
                ? all
                : hosts;

        Listing<Snapshot> Read(JsonElement data)
        {
            var rows = new RowCollector<Snapshot>(Snapshot.Read, Newest);
            var index = 0;
            foreach (var element in data.ValueKind == JsonValueKind.Array ? data.EnumerateArray() : throw new WireException($"found {WireValue.Show(data)} in place of a list"))
            {
                index++;
                try
                {
                    rows.Add(new WireRow(element), index);
                }
                catch (WireException e)
                {
                    rows.Miss(index, e);
                }
            }

            return rows.ToListing($"{place}: {path}");
        }
    }

    /// <summary>The names in a directory of a snapshot's catalog, with their kind: <c>d</c> a directory, <c>f</c> a file, <c>h</c> a hard link.</summary>
    /// <param name="path">such as <c>/</c> or <c>/etc.pxar.didx/pve</c></param>
    public Task<Observed<IReadOnlyDictionary<string, string>>> CatalogAsync(Snapshot snapshot, string path, CancellationToken cancellation)
    {
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"backup-type=host&backup-id={Uri.EscapeDataString(snapshot.Id)}&backup-time={snapshot.TakenAt.ToUnixTimeSeconds()}{Space}&filepath={Encoded(path)}");
        return AskAsync(
            $"/admin/datastore/{Uri.EscapeDataString(store)}/catalog?{query}", $"Datastore.Read on {AclPath}", IReadOnlyDictionary<string, string> (data) =>
            {
                var names = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var row in WireRow.Read(data, row => row))
                {
                    names[row.Text("text")] = row.Text("type");
                }

                return names;
            },
            cancellation);
    }

    private string Space => space is null ? "" : $"&ns={Uri.EscapeDataString(space)}";

    // "root" and "/" are words of their own (proxmox-backup src/api2/admin/datastore.rs, catalog).
    private static string Encoded(string path) => path == "/" ? "%2F" : Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(path)));

    private static int Newest(Snapshot one, Snapshot other)
    {
        var byTime = other.TakenAt.CompareTo(one.TakenAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(one.Id, other.Id);
    }

    private async Task<Observed<T>> AskAsync<T>(string path, string? needs, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        var endpoint = $"{place}: {Endpoint.Of(path)}";
        try
        {
            var reply = await api.SendAsync(path, cancellation).ConfigureAwait(false);
            if (reply.Status != 200)
            {
                return Gap(string.Create(CultureInfo.InvariantCulture, $"{reply.Status} {Message(reply)}").TrimEnd(), reply.Status == 403 ? needs : null);
            }

            using var document = JsonDocument.Parse(reply.Body);
            return Observation.Known(read(Envelope.Of(document).Data));
        }
        catch (JsonException)
        {
            return Gap("the answer is not JSON, or was cut off", null);
        }
        catch (WireException e)
        {
            return Gap(e.Message, null);
        }
        catch (InventoryException e)
        {
            return Gap(e.Reason, null);
        }

        Observed<T> Gap(string reason, string? privilege) => Observation.Unreadable<T>(new Gap(endpoint, reason, privilege));
    }

    /// <summary>Errors are plain text there (proxmox-rest-server <c>formatter.rs</c>), and JSON from a proxy in front.</summary>
    private static string Message(ProxmoxReply reply)
    {
        var text = Envelope.MessageOf(reply.Body) ?? (reply.Body.IsEmpty ? reply.Reason : Encoding.UTF8.GetString(reply.Body.Span));
        var line = string.Concat(text.Trim().Split('\n')[0].Where(c => !char.IsControl(c)));
        return line.StartsWith('<') ? reply.Reason : line.Length <= LongestMessage ? line : line[..LongestMessage] + "…";
    }
}
