// Serves a recording until Ctrl-C, makes a compact copy of one, or collects an inventory from each.
// RS0030: the product leaves stdout to its command line; this is a command line of its own.
#pragma warning disable RS0030
using Compliance.LoopbackProxmox;
using Compliance.Proxmox;

const string Usage = """
    usage: dotnet run --project tests/Compliance.LoopbackProxmox -- RECORDING [--port N] [--latency MS]
           dotnet run --project tests/Compliance.LoopbackProxmox -- compact FROM TO --token NAME
           dotnet run --project tests/Compliance.LoopbackProxmox -- inventories RECORDINGS TO
    """;

switch (args)
{
    case ["compact", var from, var to, "--token", var token]:
        var kept = await Compactor.CompactAsync(from, to, token);
        Console.WriteLine($"{to}: {kept} answers");
        return 0;

    case ["inventories", var recordings, var to]:
        foreach (var folder in Directory.GetDirectories(recordings).Where(f => File.Exists(Path.Combine(f, "index.json"))).Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(to, $"{Path.GetFileName(folder)}.json");
            Directory.CreateDirectory(to);
            await File.WriteAllBytesAsync(file, InventoryFile.Format(await RecordedInventory.CollectAsync(folder, "audit")));
            Console.WriteLine(file);
        }

        return 0;

    case [var folder, .. var rest] when folder is not ("compact" or "inventories") && Option(rest, "--port") is { } port && Option(rest, "--latency") is { } latency:
        return await ServeAsync(folder, port, TimeSpan.FromMilliseconds(latency));

    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

// The value of an option, 0 without it, null for nonsense.
static int? Option(string[] rest, string name)
{
    var at = Array.IndexOf(rest, name);
    return at < 0 ? 0 : at + 1 < rest.Length && int.TryParse(rest[at + 1], out var value) ? value : null;
}

static async Task<int> ServeAsync(string folder, int port, TimeSpan latency)
{
    await using var server = await ReplayServer.StartAsync(folder, port, "localhost");
    server.Latency = latency;
    var stopped = new TaskCompletionSource();
    Console.CancelKeyPress += (_, e) =>
    {
        e.Cancel = true;
        stopped.TrySetResult();
    };
    var recording = server.Recording;
    Console.WriteLine($"{recording.Estate}, {recording.Server}, recorded at {recording.RecordedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}");
    Console.WriteLine($"url          {server.Url.AbsoluteUri.TrimEnd('/')}");
    Console.WriteLine($"fingerprint  {server.Fingerprint}");
    foreach (var (name, token) in recording.Tokens)
    {
        Console.WriteLine($"token        {token}  ({name})");
    }

    var first = recording.Tokens.GetValueOrDefault("audit") ?? recording.Tokens.Values.First();
    Console.WriteLine($"""

        In another terminal, in the same folder:

        PVE_TOKEN='{first}' \
          dotnet run --project src/Compliance.Cli -- check --policy samples/homelab --url {server.Url.AbsoluteUri.TrimEnd('/')} \
          --fingerprint {server.Fingerprint} \
          --as-of {recording.RecordedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}

        Ctrl-C ends.
        """);
    await stopped.Task;
    foreach (var target in server.Unrecorded.Distinct())
    {
        Console.Error.WriteLine($"not recorded: {target}");
    }

    return 0;
}
