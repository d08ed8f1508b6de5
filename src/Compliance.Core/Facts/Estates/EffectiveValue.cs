namespace Compliance.Core.Facts.Estates;

/// <summary>A setting a run would use, and which level of Proxmox's precedence set it.</summary>
/// <param name="Origin">such as <c>the job</c> or <c>vzdump.conf of pve1</c></param>
public sealed record EffectiveValue(string Value, string Origin);
