namespace Compliance.History;

/// <summary>Whose fault it is that a history cannot be used.</summary>
public enum HistoryFault
{
    /// <summary>The file named is none, or one of a newer program.</summary>
    BadFile,

    /// <summary>The file is good, and cannot be used now: locked, on a full disk, or SQLite is missing.</summary>
    Unavailable,
}
