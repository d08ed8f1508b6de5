using System.Runtime.InteropServices;

namespace Compliance.Proxmox;

/// <summary>Spares a process the reading of the system's certificate store.</summary>
public static partial class SystemCertificates
{
    /// <summary>
    /// Makes the system's certificates unknown to this process. On Linux the framework reads the whole store at the first
    /// handshake even where it is not consulted, which is most of the time a small live check takes (50 of 70 ms). To be called
    /// before the first connection, and only if every connection pins a certificate or brings its own authority:
    /// <see cref="ServerTrust.System"/> then trusts nothing. Elsewhere it does nothing.
    /// </summary>
    public static void LeaveUnread()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            // OpenSSL's own variables. Environment.SetEnvironmentVariable changes a copy that native code never sees.
            _ = SetVariable("SSL_CERT_DIR", "/nonexistent", 1);
            _ = SetVariable("SSL_CERT_FILE", "/dev/null", 1);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // A libc of another name: slower, and just as right.
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
