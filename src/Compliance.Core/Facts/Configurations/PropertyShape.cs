namespace Compliance.Core.Facts.Configurations;

/// <summary>The JSON type of a property in Proxmox's schema.</summary>
internal enum PropertyShape
{
    Text,

    /// <summary>Without a value it is 1.</summary>
    Boolean,

    Integer,

    /// <summary>May be repeated; each line is one item.</summary>
    Array,
}
