using System.Text;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The members of a receipt, in the one order and form that there is.</summary>
internal static class ReceiptWriter
{
    /// <summary>Tells a receipt from any other document.</summary>
    public const string Kind = "readiness-receipt";

    /// <param name="hash">null for what the hash and the signature are over: everything but the two</param>
    public static byte[] Write(Receipt receipt, string? hash)
    {
        using var stream = new MemoryStream();
        JsonDocumentWriter.Write(stream, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", Receipt.CurrentVersion);
            Text(json, "kind", Kind);
            Head(json, receipt);
            List(json, "rules", receipt.Rules, rule =>
            {
                Text(json, "rule", rule.Rule);
                Text(json, "verdict", Words.Of(rule.Verdict));
                json.WriteNumber("judged", rule.Judged);
                json.WriteNumber("waived", rule.Waived);
            });
            Found(json, receipt);
            Notes(json, "waiverProblems", "message", receipt.WaiverProblems);
            Notes(json, "disabled", "reason", receipt.Disabled);
            List(json, "digests", receipt.Digests, part => Part(json, part));
            if (hash is not null)
            {
                Text(json, "hash", hash);
                Signature(json, receipt.Signature);
            }

            json.WriteEndObject();
        });
        return stream.ToArray();
    }

    private static void Head(Utf8JsonWriter json, Receipt receipt)
    {
        Text(json, "verdict", Words.Of(receipt.Outcome));
        Text(json, "for", Words.Of(receipt.Request.Change));
        Text(json, "node", receipt.Request.Node);
        json.WriteNumber("maxAgeSeconds", (long)receipt.Request.MaxAge.TotalSeconds);
        Text(json, "asOf", Words.Of(receipt.AsOf));
        Text(json, "validUntil", receipt.Validity.Until is { } until ? Words.Of(until) : null);
        Text(json, "validBecause", receipt.Validity.Because);
        Text(json, "toolVersion", receipt.ToolVersion);
        json.WriteStartObject("policy");
        Text(json, "name", receipt.Policy.Name);
        Text(json, "version", receipt.Policy.Version);
        Text(json, "digest", receipt.Policy.Digest);
        json.WriteEndObject();
        json.WriteStartObject("estate");
        Text(json, "name", receipt.Estate.Name);
        Text(json, "collectedAt", Words.Of(receipt.Estate.CollectedAt));
        Text(json, "digest", receipt.Estate.Digest);
        json.WriteEndObject();
    }

    private static void Found(Utf8JsonWriter json, Receipt receipt)
    {
        List(json, "blocking", receipt.Blocking, found =>
        {
            Text(json, "rule", found.Rule);
            Text(json, "subject", found.Subject);
            Text(json, "verdict", Words.Of(found.Verdict));
            Text(json, "fingerprint", found.Fingerprint);
            Text(json, "message", found.Message);
        });
        List(json, "waived", receipt.Waived, found =>
        {
            Text(json, "rule", found.Rule);
            Text(json, "subject", found.Subject);
            Text(json, "fingerprint", found.Fingerprint);
            Text(json, "owner", found.Owner);
            Text(json, "expires", $"{found.Expires:yyyy-MM-dd}");
        });
    }

    private static void Notes(Utf8JsonWriter json, string name, string text, IEnumerable<ReceiptNote> notes) => List(json, name, notes, note =>
    {
        Text(json, "rule", note.Rule);
        Text(json, text, note.Text);
    });

    private static void Part(Utf8JsonWriter json, DigestPart part)
    {
        Text(json, "part", part.Name);
        Text(json, "digest", part.Digest);
        json.WriteBoolean("complete", part.IsComplete);
        List(json, "members", part.Members, member =>
        {
            Text(json, "id", member.Id);
            Text(json, "digest", member.Digest);
        });
    }

    private static void Signature(Utf8JsonWriter json, ReceiptSignature? signature)
    {
        if (signature is null)
        {
            json.WriteNull("signature");
            return;
        }

        json.WriteStartObject("signature");
        Text(json, "algorithm", ReceiptSignature.Algorithm);
        Text(json, "publicKey", signature.PublicKey);
        Text(json, "value", signature.Value);
        json.WriteEndObject();
    }

    // Half of a surrogate pair, which a name from outside may hold, would be written as an escape and read as a character that is not.
    private static void Text(Utf8JsonWriter json, string name, string? value)
        => json.WriteString(name, value is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)));

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
