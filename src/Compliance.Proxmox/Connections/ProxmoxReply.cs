namespace Compliance.Proxmox;

/// <summary>An answer of the API as it came over the wire.</summary>
/// <param name="Status">HTTP status; 595 to 599 come from pveproxy when the node asked about does not answer</param>
/// <param name="Reason">reason phrase, which repeats the error message</param>
/// <param name="Body">decompressed; empty for 401 and 595 to 599</param>
public sealed record ProxmoxReply(int Status, string Reason, ReadOnlyMemory<byte> Body);
