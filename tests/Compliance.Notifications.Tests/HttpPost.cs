namespace Compliance.Notifications.Tests;

/// <summary>What a webhook got.</summary>
/// <param name="Line">method, path, version</param>
/// <param name="Size">of the body in bytes</param>
internal sealed record HttpPost(string Line, ILookup<string, string> Headers, string Body, int Size);
