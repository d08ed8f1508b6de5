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
            json.WriteString("kind", Kind);
            Head(json, receipt);
            List(json, "rules", receipt.Rules, rule =>
            {
                json.WriteString("rule", rule.Rule);
                json.WriteString("verdict", Words.Of(rule.Verdict));
                json.WriteNumber("judged", rule.Judged);
                json.WriteNumber("waived", rule.Waived);
            });
            Found(json, receipt);
            Notes(json, "waiverProblems", "message", receipt.WaiverProblems);
            Notes(json, "disabled", "reason", receipt.Disabled);
            List(json, "digests", receipt.Digests, part => Part(json, part));
            if (hash is not null)
            {
                json.WriteString("hash", hash);
                Signature(json, receipt.Signature);
            }

            json.WriteEndObject();
        });
        return stream.ToArray();
    }

    private static void Head(Utf8JsonWriter json, Receipt receipt)
    {
        json.WriteString("verdict", Words.Of(receipt.Outcome));
        json.WriteString("for", Words.Of(receipt.Request.Change));
        json.WriteString("node", receipt.Request.Node);
        json.WriteNumber("maxAgeSeconds", (long)receipt.Request.MaxAge.TotalSeconds);
        json.WriteString("asOf", Words.Of(receipt.AsOf));
        json.WriteString("validUntil", receipt.Validity.Until is { } until ? Words.Of(until) : null);
        json.WriteString("validBecause", receipt.Validity.Because);
        json.WriteString("toolVersion", receipt.ToolVersion);
        json.WriteStartObject("policy");
        json.WriteString("name", receipt.Policy.Name);
        json.WriteString("version", receipt.Policy.Version);
        json.WriteString("digest", receipt.Policy.Digest);
        json.WriteEndObject();
        json.WriteStartObject("estate");
        json.WriteString("name", receipt.Estate.Name);
        json.WriteString("collectedAt", Words.Of(receipt.Estate.CollectedAt));
        json.WriteString("digest", receipt.Estate.Digest);
        json.WriteEndObject();
    }

    private static void Found(Utf8JsonWriter json, Receipt receipt)
    {
        List(json, "blocking", receipt.Blocking, found =>
        {
            json.WriteString("rule", found.Rule);
            json.WriteString("subject", found.Subject);
            json.WriteString("verdict", Words.Of(found.Verdict));
            json.WriteString("fingerprint", found.Fingerprint);
            json.WriteString("message", found.Message);
        });
        List(json, "waived", receipt.Waived, found =>
        {
            json.WriteString("rule", found.Rule);
            json.WriteString("subject", found.Subject);
            json.WriteString("fingerprint", found.Fingerprint);
            json.WriteString("owner", found.Owner);
            json.WriteString("expires", $"{found.Expires:yyyy-MM-dd}");
        });
    }

    private static void Notes(Utf8JsonWriter json, string name, string text, IEnumerable<ReceiptNote> notes) => List(json, name, notes, note =>
    {
        json.WriteString("rule", note.Rule);
        json.WriteString(text, note.Text);
    });

    private static void Part(Utf8JsonWriter json, DigestPart part)
    {
        json.WriteString("part", part.Name);
        json.WriteString("digest", part.Digest);
        json.WriteBoolean("complete", part.IsComplete);
        List(json, "members", part.Members, member =>
        {
            json.WriteString("id", member.Id);
            json.WriteString("digest", member.Digest);
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
        json.WriteString("algorithm", ReceiptSignature.Algorithm);
        json.WriteString("publicKey", signature.PublicKey);
        json.WriteString("value", signature.Value);
        json.WriteEndObject();
    }

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
