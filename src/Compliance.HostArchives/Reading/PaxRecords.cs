using System.Globalization;
using System.Text;

namespace Compliance.HostArchives.Reading;

/// <summary>What an extended header says of the member after it: lines of <c>LENGTH KEY=VALUE\n</c> (POSIX.1-2017 pax, "pax Extended Header").</summary>
internal sealed class PaxRecords
{
    private string? sparseName;
    private string? path;

    /// <summary>Of a sparse file the name in the path record is an invention of GNU tar; the true one stands in a record of its own.</summary>
    public string? Path => sparseName ?? path;

    public string? Link { get; private set; }

    /// <summary>Of the data in the archive, in bytes.</summary>
    public long? Size { get; private set; }

    public bool IsSparse { get; private set; }

    public void Read(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var blank = text.IndexOf((byte)' ');
            if (blank < 0 || !int.TryParse(text[..blank], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length <= blank + 1 || length > text.Length || text[length - 1] != '\n')
            {
                throw new DamagedArchiveException("an extended header is no list of keys and values");
            }

            var record = text[(blank + 1)..(length - 1)];
            var equals = record.IndexOf((byte)'=');
            if (equals < 0)
            {
                throw new DamagedArchiveException("a line of an extended header has no value");
            }

            Take(Encoding.UTF8.GetString(record[..equals]), Encoding.UTF8.GetString(record[(equals + 1)..]));
            text = text[length..];
        }
    }

    private void Take(string key, string value)
    {
        switch (key)
        {
            case "path":
                path = value;
                break;
            case "linkpath":
                Link = value;
                break;
            case "size":
                Size = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                    ? size
                    : throw new DamagedArchiveException("the size in an extended header is no number");
                break;
            case "GNU.sparse.name":
                sparseName = value;
                break;
        }

        IsSparse |= key.StartsWith("GNU.sparse.", StringComparison.Ordinal);
    }
}
