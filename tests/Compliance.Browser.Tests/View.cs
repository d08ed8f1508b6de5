using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Compliance.Browser.Tests;

/// <summary>How somebody looks at a page.</summary>
/// <param name="Width">of the window, in CSS pixels</param>
internal sealed record View(string Name, int Width, bool IsDark, bool IsPrint)
{
    /// <summary>A desk, a narrow phone, and the width between the margins of A4.</summary>
    public static readonly ImmutableArray<View> All =
    [
        new("light wide", 1280, false, false), new("light narrow", 420, false, false),
        new("dark wide", 1280, true, false), new("dark narrow", 420, true, false), new("print", 703, false, true),
    ];

    /// <summary>Of a page for which all views would take too long: each width and each scheme once.</summary>
    public static readonly ImmutableArray<View> Two = [Named("light narrow"), Named("dark wide")];

    public const int Height = 900;

    /// <summary>A phone, below the 40rem at which the sheet changes.</summary>
    public bool IsNarrow => !IsPrint && Width < 640;

    public static View Named(string name) => All.Single(view => view.Name == name);

    public async Task ApplyAsync(Chromium.Tab tab)
    {
        await tab.SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = Width, ["height"] = Height, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        await tab.SendAsync("Emulation.setEmulatedMedia", new JsonObject
        {
            ["media"] = IsPrint ? "print" : "screen",
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = IsDark ? "dark" : "light" }),
        });
    }
}
