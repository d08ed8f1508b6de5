using System.Security.Cryptography;
using System.Text.Json;

namespace Compliance.Reporting;

/// <summary>
/// A receipt as a file. Its hash is SHA-256 over the document as it is written here without the members <c>hash</c> and
/// <c>signature</c>: UTF-8, LF, indented by two. A file counts as unaltered only when what was read, written again, gives its very bytes.
/// </summary>
public static class ReceiptFile
{
    private const int Longest = 16 * 1024 * 1024;

    /// <summary><c>sha256:</c> and hexadecimal digits.</summary>
    public static string HashOf(Receipt receipt) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Content(receipt)))}";

    /// <summary>The file's bytes; the same receipt gives the same.</summary>
    public static byte[] Format(Receipt receipt) => ReceiptWriter.Write(receipt, HashOf(receipt));

    /// <summary>Signs the receipt.</summary>
    /// <param name="key">a private one, on P-256</param>
    public static Receipt Signed(Receipt receipt, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return receipt with { Signature = ReceiptSignature.Sign(key, Content(receipt)) };
    }

    /// <summary>Reads a file of any content.</summary>
    public static ReceiptReading Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > Longest)
        {
            return new ReceiptReading(null, string.Empty, "it is too large for a receipt", IsAltered: false);
        }

        try
        {
            using var document = JsonDocument.Parse(utf8);
            return NotOne(document.RootElement) is { } why
                ? new ReceiptReading(null, string.Empty, why, IsAltered: false)
                : Read(document.RootElement, utf8.Span);
        }
        catch (JsonException fault)
        {
            return new ReceiptReading(null, string.Empty, $"it is no JSON document (line {fault.LineNumber + 1})", IsAltered: false);
        }
    }

    private static string? NotOne(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("kind", out var kind) || kind.ValueKind != JsonValueKind.String
            || !kind.ValueEquals(ReceiptWriter.Kind) || !root.TryGetProperty("version", out var version))
        {
            return "it was not written by pve-compliance ready --receipt";
        }

        return version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number > Receipt.CurrentVersion
            ? $"a newer pve-compliance wrote it (version {number}, this one reads {Receipt.CurrentVersion})"
            : null;
    }

    private static ReceiptReading Read(JsonElement root, ReadOnlySpan<byte> file)
    {
        try
        {
            var receipt = ReceiptReader.Read(root);
            var hash = ReceiptReader.Text(root, "hash");
            return hash != HashOf(receipt) ? Altered("its content does not fit its hash")
                : !ReceiptWriter.Write(receipt, hash).AsSpan().SequenceEqual(file) ? Altered("it is not in the form in which receipts are written (a member, a blank or a line ending too many?)")
                : receipt.Signature is { } signature && !signature.Fits(Content(receipt)) ? Altered("its signature does not fit its content")
                : new ReceiptReading(receipt, hash, null, IsAltered: false);
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            // InvalidOperationException: a text with half of a surrogate pair, written as an escape.
            return Altered("a member is missing or holds what no receipt holds");
        }
    }

    private static ReceiptReading Altered(string why) => new(null, string.Empty, why, IsAltered: true);

    private static byte[] Content(Receipt receipt) => ReceiptWriter.Write(receipt, hash: null);
}
