namespace Compliance.HostArchives.Reading;

/// <summary>Names of members as paths of the host. They are data: nothing is ever written to, or read from, where they point.</summary>
internal static class ArchivePath
{
    /// <summary>PATH_MAX of Linux: no file of a host has a longer one.</summary>
    private const int Longest = 4096;

    /// <summary>
    /// <c>./etc/pve/x</c>, <c>etc/pve/x</c> and <c>/etc/pve/x</c> are <c>/etc/pve/x</c>. Null for what is no path of a host: with <c>..</c>
    /// in it, with control characters, not UTF-8, or too long.
    /// </summary>
    public static string? Normal(string name)
    {
        if (name.Length > Longest || name.Any(c => char.IsControl(c) || c == '\uFFFD'))
        {
            return null;
        }

        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToList();
        return parts.Count == 0 || parts.Contains("..") ? null : "/" + string.Join('/', parts);
    }

    public static bool IsWithin(string path, string folder)
        => path == folder || folder == "/" || (path.StartsWith(folder, StringComparison.Ordinal) && path[folder.Length] == '/');

    /// <summary>Whether a file is one whose digest Proxmox VE tells too, or that a later comparison reads.</summary>
    public static bool IsDigested(string path) => path switch
    {
        "/etc/pve/storage.cfg" or "/etc/pve/jobs.cfg" or "/etc/pve/user.cfg" or "/etc/pve/vzdump.cron" or "/etc/pve/datacenter.cfg" => true,
        "/etc/network/interfaces" => true,
        _ => path.StartsWith("/etc/network/interfaces.d/", StringComparison.Ordinal) || IsGuestConfig(path.Split('/')),
    };

    // /etc/pve/nodes/NAME/qemu-server/ID.conf
    private static bool IsGuestConfig(string[] parts)
        => parts is ["", "etc", "pve", "nodes", _, "qemu-server" or "lxc", var file] && file.EndsWith(".conf", StringComparison.Ordinal);
}
