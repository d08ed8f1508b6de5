using System.Text;

namespace Compliance.TestSupport;

/// <summary>
/// Compares text with an approved file of the checkout, byte for byte. <c>ACCEPT=1</c> rewrites the file instead;
/// CI refuses that, so an approved file changes only in a commit that somebody read.
/// </summary>
public static class Approved
{
    /// <summary>Whether approved files are rewritten; never true in CI.</summary>
    public static bool IsAccepting
    {
        get
        {
            var isAccepting = Environment.GetEnvironmentVariable("ACCEPT") == "1";
            Assert.False(isAccepting && Environment.GetEnvironmentVariable("CI") == "true", "ACCEPT=1 is refused in CI.");
            return isAccepting;
        }
    }

    /// <param name="actual">what the code made now</param>
    /// <param name="relative">the approved file, relative to the root of the checkout</param>
    public static void Verify(string actual, string relative)
    {
        var path = Repository.PathOf(relative);
        if (IsAccepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.True(File.Exists(path), $"{relative} does not exist. Run the test once with ACCEPT=1 and read what it wrote.");
        var approved = File.ReadAllText(path);
        if (!string.Equals(approved, actual, StringComparison.Ordinal))
        {
            Assert.Fail($"{relative} differs from what the code makes now. If the change is meant: ACCEPT=1.\n{FirstDifference(approved, actual)}");
        }
    }

    private static string FirstDifference(string approved, string actual)
    {
        var was = approved.Split('\n');
        var now = actual.Split('\n');
        var line = 0;
        while (line < was.Length && line < now.Length && was[line] == now[line])
        {
            line++;
        }

        string At(string[] lines) => line < lines.Length ? lines[line] : "(end of file)";
        return $"line {line + 1}\n  approved: {At(was)}\n  now:      {At(now)}";
    }
}
