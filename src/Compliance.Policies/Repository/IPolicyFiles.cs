using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>The files of a policy repository. Names are relative to it, with forward slashes.</summary>
public interface IPolicyFiles
{
    /// <summary>Reads a file; never throws for what can be wrong with it.</summary>
    FileContent Read(string name);

    /// <summary>Whether there is such a file, readable or not.</summary>
    bool Has(string name);

    /// <summary>The files below a folder, at any depth, as names relative to the repository, in ordinal order; null when there is no such folder.</summary>
    /// <exception cref="IOException">the folder is there but cannot be listed</exception>
    ImmutableArray<string>? List(string folder);
}
