using System.Globalization;
using Compliance.Browser.Tests.Chromium;

namespace Compliance.Benchmarks;

/// <summary>How soon a page can be used, beside a bare page of as many bytes of text, in the same Chromium in turn: what our markup, style and pictures cost.</summary>
internal static class PageBesideBarePage
{
    public static async Task<int> Run(string page, int rounds)
    {
        if (ChromiumProcess.Find() is not { } chromium)
        {
            Console.Error.WriteLine("no chromium on the PATH");
            return 2;
        }

        var bare = Path.Combine(Directory.CreateTempSubdirectory("pve-compliance-bench-").FullName, "bare.html");
        try
        {
            await File.WriteAllTextAsync(bare, BarePage(new FileInfo(page).Length));
            await using var browser = await ChromiumProcess.StartAsync(chromium);
            Dictionary<string, List<double>> times = new() { [bare] = [], [page] = [] };
            for (var round = 0; round <= rounds; round++)
            {
                foreach (var (file, all) in times)
                {
                    var measured = await PageTimes.OfAsync(browser.DevTools, new Uri(Path.GetFullPath(file)));
                    if (round > 0)
                    {
                        all.Add(measured.Interactive);
                    }
                }
            }

            Console.WriteLine($"{"milliseconds to interactive",-44} {"min",8} {"median",8} {"max",8} {"ratio",8}");
            Console.WriteLine(Row("bare page of the same bytes", times[bare], times[bare]));
            Console.WriteLine(Row(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(page)}, {new FileInfo(page).Length:N0} bytes"), times[page], times[bare]));
            return 0;
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(bare)!, recursive: true);
        }
    }

    /// <summary>Paragraphs and nothing else.</summary>
    private static string BarePage(long bytes)
    {
        const string Head = "<!DOCTYPE html><html lang=\"en\"><title>bare</title>\n";
        const string Paragraph = "<p>As many bytes as the other page, in paragraphs of a hundred and no style but the browser's own.</p>\n";
        return Head + string.Concat(Enumerable.Repeat(Paragraph, (int)((bytes - Head.Length) / Paragraph.Length)));
    }

    private static string Row(string name, List<double> milliseconds, List<double> reference) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-44} {milliseconds.Min(),8:0.0} {Median(milliseconds),8:0.0} {milliseconds.Max(),8:0.0} {Median(milliseconds) / Median(reference),8:0.00}");

    private static double Median(List<double> milliseconds) => milliseconds.Order().ElementAt(milliseconds.Count / 2);
}
