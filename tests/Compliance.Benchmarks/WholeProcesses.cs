using Compliance.LoopbackProxmox;
using Compliance.Proxmox;

namespace Compliance.Benchmarks;

/// <summary>Timings of the native binary as a whole, as ratios against its own start-up measured in the same run.</summary>
internal static class WholeProcesses
{
    public static async Task<int> Run(string binary, int rounds)
    {
        var work = Directory.CreateTempSubdirectory("pve-compliance-bench-").FullName;
        try
        {
            var policy = Path.GetFullPath("samples/homelab");
            var small = Path.GetFullPath("samples/homelab/inventories/drifted.json");
            var startUp = new Timing("start-up alone (--help)", binary, "--help");
            List<Timing> all =
            [
                startUp,
                new("lint the sample policy", binary, "lint", policy),
                new("check small estate, text", binary, "check", "-p", policy, "--inventory", small),
                new("check small estate, html and md", binary, "check", "-p", policy, "--inventory", small, "-o", $"html:{work}/r.html", "-o", "md"),
            ];
            var recording = Path.GetFullPath("../shared/recordings/large");
            if (Directory.Exists(recording))
            {
                var large = Path.Combine(work, "large.json");
                await File.WriteAllBytesAsync(large, InventoryFile.Format(await RecordedInventory.CollectAsync(recording, "audit")));
                all.Add(new Timing("check 300 guests, 4,400 backups, text", binary, "check", "-p", policy, "--inventory", large));
                all.Add(new Timing("check 300 guests, 4,400 backups, html", binary, "check", "-p", policy, "--inventory", large, "-o", $"html:{work}/l.html"));
            }

            Timing.Measure(rounds, all);
            Console.WriteLine($"{"milliseconds, whole process",-44} {"min",8} {"median",8} {"max",8} {"ratio",8}");
            foreach (var timing in all)
            {
                Console.WriteLine(timing.Row(startUp));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }
}
