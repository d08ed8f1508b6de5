namespace Compliance.Core.Facts.Jobs;

/// <summary>The level that set an option of a job.</summary>
public enum SettingOrigin
{
    Job,

    /// <summary><c>/etc/vzdump.conf</c> of the node that runs the job; not replicated, so the same job may differ by node.</summary>
    VzdumpConf,

    /// <summary>Proxmox's own default.</summary>
    BuiltIn,
}
