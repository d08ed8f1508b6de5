using System.Diagnostics;

namespace Compliance.Browser.Tests.Chromium;

/// <summary>A headless Chromium with a profile of its own, which only this machine can speak to. Ends with its whole process tree.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly string profile;

    private ChromiumProcess(Process process, string profile, DevTools devTools)
    {
        this.process = process;
        this.profile = profile;
        DevTools = devTools;
    }

    public DevTools DevTools { get; }

    /// <summary>The browser on the PATH, or null.</summary>
    public static string? Find()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        string[] names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    public static async Task<ChromiumProcess> StartAsync(string program)
    {
        var profile = Directory.CreateTempSubdirectory("pve-compliance-chromium-").FullName;
        List<string> args =
        [
            "--headless", "--remote-debugging-port=0", "--remote-debugging-address=127.0.0.1", "--remote-allow-origins=*", $"--user-data-dir={profile}",
            // Nothing of the browser's own: no updates, no first-run page, no reports.
            "--no-first-run", "--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            // /dev/shm is small in containers, and there is no graphics card.
            "--disable-dev-shm-usage", "--disable-gpu", "--force-color-profile=srgb",
        ];
        if (Environment.IsPrivilegedProcess)
        {
            // Chromium refuses to run as root with its sandbox, and containers of CI are root. It opens our own files only.
            args.Add("--no-sandbox");
        }

        args.Add("about:blank");
        var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = new List<string>();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { lock (said) { said.Add(line.Data ?? ""); } };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var address = await AddressAsync(process, profile);
            return new ChromiumProcess(process, profile, await DevTools.ConnectAsync(address));
        }
        catch (Exception fault) when (fault is TimeoutException or IOException or InvalidOperationException)
        {
            End(process, profile);
            string last;
            lock (said)
            {
                last = string.Join('\n', said.TakeLast(5));
            }

            throw new InvalidOperationException($"{program} did not start: {fault.Message}\n{last}", fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DevTools.DisposeAsync();
        End(process, profile);
    }

    // Chromium writes the port it was given, and the path of the browser's own endpoint, into its profile.
    private static async Task<Uri> AddressAsync(Process process, string profile)
    {
        var file = Path.Combine(profile, "DevToolsActivePort");
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < StartsWithin; await Task.Delay(25))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"it ended with {process.ExitCode}");
            }

            if (File.Exists(file) && await File.ReadAllLinesAsync(file) is [var port, { Length: > 1 } path, ..])
            {
                return new Uri($"ws://127.0.0.1:{port}{path}");
            }
        }

        throw new TimeoutException($"no DevToolsActivePort after {StartsWithin.TotalSeconds} seconds");
    }

    private static void End(Process process, string profile)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit(TimeSpan.FromSeconds(10));
        process.Dispose();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // A child that is still ending may write once more; the folder is a temporary one.
        }
    }
}
