namespace Compliance.LoopbackProxmox;

/// <summary>One recorded request with its answer.</summary>
/// <param name="Target">path and query as sent, beginning with <c>/api2/json</c></param>
/// <param name="Token">name of the token it was asked with</param>
public sealed record RecordedAnswer(string Method, string Target, string Token, int Status, string Reason, byte[] Body, string? ContentType);
