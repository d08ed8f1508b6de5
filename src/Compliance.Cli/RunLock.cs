using System.CommandLine;
using System.Globalization;
using System.Text;
using Compliance.Reporting;

namespace Compliance.Cli;

/// <summary>
/// <c>--lock FILE</c>: one run at a time. The lock is the system's on the open file (flock), and ends with the process however it ends: a
/// file that a dead process left never blocks. Who holds it stands in a file beside it, and only for people.
/// </summary>
public sealed class RunLock : IDisposable
{
    // EWOULDBLOCK of Linux and of BSD, and ERROR_SHARING_VIOLATION: how the framework says that another process has the file.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream file;
    private readonly string holder;

    private RunLock(FileStream file, string holder)
    {
        this.file = file;
        this.holder = holder;
    }

    public static Option<string?> Option() => new("--lock")
    {
        Description = "hold a lock on FILE while this runs; when another run holds it, say so and exit with 3",
        HelpName = "FILE",
    };

    /// <summary>Takes it; null when none is asked for.</summary>
    /// <exception cref="LockedException">another run holds it</exception>
    /// <exception cref="UsageException">the file cannot be used</exception>
    public static RunLock? Take(string? path, TimeProvider clock)
    {
        if (path is null)
        {
            return null;
        }

        var holder = path + ".holder";
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (HeldByAnother.Contains(fault.HResult))
        {
            throw new LockedException($"--lock: {Who(holder)} holds {path}; this run did nothing.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--lock: cannot use \"{path}\": {fault.Message}");
        }

        Note(holder, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, since {clock.GetUtcNow().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
        return new RunLock(file, holder);
    }

    public void Dispose()
    {
        try
        {
            File.Delete(holder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // the next run that takes the lock writes it anew
        }

        file.Dispose();
    }

    private static void Note(string holder, string who)
    {
        try
        {
            File.WriteAllText(holder, who + "\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // the lock holds without it
        }
    }

    private static string Who(string holder)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(holder, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
            return reader.ReadLine() is { Length: > 0 } who ? $"another run ({UntrustedText.Visible(who)})" : "another run";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "another run";
        }
    }
}
