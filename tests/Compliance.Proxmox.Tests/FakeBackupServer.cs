using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Compliance.Core.Model;
using Compliance.Proxmox.Tests.Transports;

namespace Compliance.Proxmox.Tests;

/// <summary>
/// A Proxmox Backup Server on 127.0.0.1 with one datastore, store1. Shapes as proxmox-backup 3.2.4 gives them
/// (<c>src/api2/admin/datastore.rs</c>, <c>src/api2/access/mod.rs</c>).
/// </summary>
internal sealed class FakeBackupServer : IAsyncDisposable
{
    public const string Token = "audit@pbs!policy:c0ffee00-1111-2222-3333-444455556666";

    public static readonly DateTimeOffset Taken = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, JsonObject> catalog = new(StringComparer.Ordinal);
    private readonly RawServer server;

    public FakeBackupServer() => server = RawServer.Start(AnswerAsync);

    public string Url => server.Url.AbsoluteUri.TrimEnd('/');

    public CertificateFingerprint Fingerprint => server.Fingerprint;

    public IReadOnlyCollection<string> Requests => server.Requests;

    /// <summary>Rows of the namespace.</summary>
    public JsonArray Snapshots { get; } = [];

    public bool HasAudit { get; set; } = true;

    /// <summary>Answers this path, without its query, in another way.</summary>
    public Dictionary<string, Func<Exchange, Task>> Overrides { get; } = new(StringComparer.Ordinal);

    /// <summary>A good and verified snapshot of pve1 with these archives.</summary>
    public static JsonObject Snapshot(params string[] archives) => new()
    {
        ["backup-type"] = "host",
        ["backup-id"] = "pve1",
        ["backup-time"] = Taken.ToUnixTimeSeconds(),
        ["files"] = new JsonArray([.. archives.Append("catalog.pcat1.didx").Append("index.json.blob").Select(name => (JsonNode)new JsonObject { ["filename"] = name, ["crypt-mode"] = "none", ["size"] = 100 })]),
        ["size"] = 4096,
        ["owner"] = "backup@pbs",
        ["protected"] = false,
        ["verification"] = new JsonObject { ["state"] = "ok", ["upid"] = "UPID:pbs:0000:0000:0000:verificationjob:store1:root@pam:" },
    };

    /// <summary>Puts files into the catalog, such as <c>/etc.pxar.didx/network/interfaces</c>; folders come with them.</summary>
    public FakeBackupServer With(params string[] files)
    {
        foreach (var file in files)
        {
            var parts = file.Split('/', StringSplitOptions.RemoveEmptyEntries);
            for (var depth = 0; depth < parts.Length; depth++)
            {
                var folder = "/" + string.Join('/', parts[..depth]);
                catalog.TryAdd(folder, []);
                catalog[folder][parts[depth]] = depth == parts.Length - 1 ? "f" : "d";
            }
        }

        return this;
    }

    public void Folder(string path)
    {
        With(path);
        catalog[path[..path.LastIndexOf('/')]][path[(path.LastIndexOf('/') + 1)..]] = "d";
        catalog.TryAdd(path, []);
    }

    public async Task<HostArchivePlace> ReadAsync(HostArchiveSource place, params string[] paths)
    {
        var options = new ProxmoxOptions
        {
            Servers = [server.Url],
            Token = ApiToken.ParseOfBackupServer(Token, out _)!,
            Trust = ServerTrust.Pinned([place.Fingerprint is { } pin ? CertificateFingerprint.Parse(pin.Value, out _)! : server.Fingerprint]),
        };
        using var transport = new HttpTransport(options);
        return await BackupServerArchives.ReadAsync(place, transport, options, TimeProvider.System, host => host is "pve1" or "PVE2", paths, CancellationToken.None);
    }

    public HostArchiveSource Place(params (string Name, string Path)[] archives)
    {
        var at = new Place("policy.yaml", 1, 1, 1, 2);
        return new HostArchiveSource
        {
            Server = new Placed<string>(Url, at),
            Datastore = new Placed<string>("store1", at),
            Archives = [.. archives.Select(one => new ArchivedPath(new Placed<string>(one.Name, at), new Placed<string>(one.Path, at)))],
            Place = at,
        };
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task AnswerAsync(Exchange exchange)
    {
        var parts = exchange.Target["/api2/json".Length..].Split('?');
        if (Overrides.TryGetValue(parts[0], out var other))
        {
            return other(exchange);
        }

        var query = parts.Length < 2 ? [] : parts[1].Split('&').Select(one => one.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return !exchange.Request.Contains($"Authorization: PBSAPIToken={Token}\r\n", StringComparison.Ordinal)
            ? exchange.AnswerAsync("401 Unauthorized", "authentication failed - invalid credentials")
            : parts[0] switch
            {
                "/admin/datastore/store1/snapshots" => Data(exchange, query.ContainsKey("ns") ? new JsonArray() : Snapshots),
                "/access/permissions" => Data(exchange, HasAudit
                    ? new JsonObject { [query["path"]] = new JsonObject { ["Datastore.Audit"] = true } }
                    : new JsonObject { [query["path"]] = new JsonObject { ["Datastore.Backup"] = true } }),
                "/admin/datastore/store1/catalog" => List(exchange, query["filepath"]),
                _ => exchange.AnswerAsync("404 Not Found", $"Path '{parts[0]}' not found."),
            };
    }

    private Task List(Exchange exchange, string filepath)
    {
        var path = filepath == "/" ? filepath : Encoding.UTF8.GetString(Convert.FromBase64String(filepath));
        return catalog.TryGetValue(path, out var folder)
            ? Data(exchange, new JsonArray([.. folder.Select(one => (JsonNode)new JsonObject
            {
                ["filepath"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{path}/{one.Key}")),
                ["text"] = one.Key,
                ["type"] = (string)one.Value!,
                ["leaf"] = (string)one.Value! != "d",
            })]))
            : exchange.AnswerAsync("400 Bad Request", "no entry found");
    }

    private static Task Data(Exchange exchange, JsonNode data)
        => exchange.AnswerAsync("200 OK", JsonSerializer.Serialize(new JsonObject { ["data"] = data.DeepClone() }));
}
