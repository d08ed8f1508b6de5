namespace Compliance.HostArchives.Reading;

/// <summary>What the headers of one member say; hostile until proved otherwise.</summary>
/// <param name="Name">as written</param>
/// <param name="Link">what a link names, as written; never followed</param>
/// <param name="Type">the type flag of its header: <c>0</c> a regular file, <c>1</c> a hard link, <c>2</c> a symbolic link</param>
/// <param name="Size">of the data that follows, in bytes</param>
/// <param name="IsSparse">the data that follows is not the file's: holes are left out</param>
internal sealed record TarMember(string Name, string Link, char Type, long Size, bool IsSparse)
{
    public bool IsFile => Type is '0' or '\0' or '7';

    public bool IsHardLink => Type == '1';

    public bool IsSymbolicLink => Type == '2';
}
