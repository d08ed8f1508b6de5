namespace Compliance.History;

/// <summary>A history cannot be read or appended to. The message says why and what to do; names in it are untrusted.</summary>
public sealed class HistoryException : Exception
{
    private HistoryException(HistoryFault fault, string message, Exception? cause) : base(message, cause) => Fault = fault;

    public HistoryFault Fault { get; }

    internal static HistoryException BadFile(string message) => new(HistoryFault.BadFile, message, null);

    internal static HistoryException BadFile(string message, Exception cause) => new(HistoryFault.BadFile, message, cause);

    internal static HistoryException Unavailable(string message, Exception cause) => new(HistoryFault.Unavailable, message, cause);
}
