namespace Compliance.Core.Facts.Retentions;

/// <summary>The level that set a retention. Each level replaces the ones below as a whole.</summary>
public enum RetentionOrigin
{
    Job,

    /// <summary><c>storage.cfg</c>, the same for the whole cluster.</summary>
    Storage,

    /// <summary><c>/etc/vzdump.conf</c> of the node that runs the job; not replicated.</summary>
    VzdumpConf,

    /// <summary>Nothing is set anywhere: everything is kept.</summary>
    BuiltIn,
}
