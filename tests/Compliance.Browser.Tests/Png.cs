using System.Buffers.Binary;
using System.IO.Compression;

namespace Compliance.Browser.Tests;

/// <summary>Reads as much of a PNG as a screenshot needs: 8 bits a channel, RGB or RGBA, not interlaced. See https://www.w3.org/TR/png-3/</summary>
internal static class Png
{
    /// <summary>How many different colours the picture has. A blank one has 1.</summary>
    public static int Colors(ReadOnlySpan<byte> file)
    {
        using var data = new MemoryStream();
        var (width, height, pixel) = (0, 0, 0);
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            var kind = file.Slice(at + 4, 4);
            var body = file.Slice(at + 8, length);
            if (kind.SequenceEqual("IHDR"u8))
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                pixel = (body[8], body[9], body[12]) switch
                {
                    (8, 2, 0) => 3,
                    (8, 6, 0) => 4,
                    var form => throw new NotSupportedException($"a PNG of the form {form}"),
                };
            }
            else if (kind.SequenceEqual("IDAT"u8))
            {
                data.Write(body);
            }

            at += length + 12;
        }

        data.Position = 0;
        using var lines = new ZLibStream(data, CompressionMode.Decompress);
        return Count(lines, width * pixel, height, pixel);
    }

    private static int Count(ZLibStream lines, int width, int height, int pixel)
    {
        var colors = new HashSet<int>();
        var (above, line) = (new byte[width], new byte[width]);
        for (var row = 0; row < height; row++)
        {
            var filter = lines.ReadByte();
            lines.ReadExactly(line);
            for (var at = 0; at < width; at++)
            {
                var (left, up, corner) = (at < pixel ? 0 : line[at - pixel], above[at], at < pixel ? 0 : above[at - pixel]);
                line[at] += (byte)(filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
            }

            for (var at = 0; at < width; at += pixel)
            {
                colors.Add(line[at] | line[at + 1] << 8 | line[at + 2] << 16);
            }

            (above, line) = (line, above);
        }

        return colors.Count;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
