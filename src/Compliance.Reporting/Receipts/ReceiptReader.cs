using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>
/// Takes out of a document what a receipt holds. It need not be strict: what it read is written again and must give the same bytes, so
/// a member too many, one twice, another order or another form of a number cannot pass.
/// </summary>
internal static class ReceiptReader
{
    /// <exception cref="FormatException">a member is missing, or of another kind</exception>
    public static Receipt Read(JsonElement root) => new()
    {
        Outcome = Word(root, "verdict", Enum.GetValues<ReadinessOutcome>(), Words.Of),
        Request = new ReadinessRequest(
            Word(root, "for", Enum.GetValues<ChangeKind>(), Words.Of), TextOrNull(root, "node"), TimeSpan.FromSeconds(Long(root, "maxAgeSeconds"))),
        AsOf = Moment(root, "asOf"),
        Validity = new ReadinessValidity(TextOrNull(root, "validUntil") is null ? null : Moment(root, "validUntil"), Text(root, "validBecause")),
        ToolVersion = Text(root, "toolVersion"),
        Policy = Member(root, "policy") is var policy ? new ReceiptPolicy(Text(policy, "name"), TextOrNull(policy, "version"), Text(policy, "digest")) : null!,
        Estate = Member(root, "estate") is var estate ? new ReceiptEstate(Text(estate, "name"), Moment(estate, "collectedAt"), Text(estate, "digest")) : null!,
        Rules = Rows(root, "rules", row => new ReceiptRule(Text(row, "rule"), VerdictOf(row), Number(row, "judged"), Number(row, "waived"))),
        Blocking = Rows(root, "blocking", row => new ReceiptFinding(Text(row, "rule"), Text(row, "subject"), VerdictOf(row), Text(row, "fingerprint"), Text(row, "message"))),
        Waived = Rows(root, "waived", row => new ReceiptWaived(Text(row, "rule"), Text(row, "subject"), Text(row, "fingerprint"), Text(row, "owner"), Day(row, "expires"))),
        WaiverProblems = Rows(root, "waiverProblems", row => new ReceiptNote(Text(row, "rule"), Text(row, "message"))),
        Disabled = Rows(root, "disabled", row => new ReceiptNote(Text(row, "rule"), Text(row, "reason"))),
        Digests = Rows(root, "digests", Part),
        Signature = Member(root, "signature") is { ValueKind: JsonValueKind.Object } signature
            ? new ReceiptSignature(Text(signature, "publicKey"), Text(signature, "value"))
            : null,
    };

    public static string Text(JsonElement from, string name) => TextOrNull(from, name) ?? throw new FormatException($"{name} is null");

    private static int Number(JsonElement from, string name) => checked((int)Long(from, name));

    private static long Long(JsonElement from, string name)
        => Member(from, name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var number) ? number : throw new FormatException($"{name} is no number");

    private static DigestPart Part(JsonElement row) => new(
        Text(row, "part"), Text(row, "digest"), Member(row, "complete").ValueKind == JsonValueKind.True,
        Rows(row, "members", member => new DigestMember(Text(member, "id"), TextOrNull(member, "digest"))));

    private static JsonElement Member(JsonElement from, string name)
        => from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var member) ? member : throw new FormatException($"{name} is missing");

    private static string? TextOrNull(JsonElement from, string name) => Member(from, name) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new FormatException($"{name} is no text"),
    };

    private static ImmutableArray<T> Rows<T>(JsonElement from, string name, Func<JsonElement, T> read)
        => Member(from, name) is { ValueKind: JsonValueKind.Array } rows ? [.. rows.EnumerateArray().Select(read)] : throw new FormatException($"{name} is no list");

    private static Verdict VerdictOf(JsonElement row) => Word(row, "verdict", Enum.GetValues<Verdict>(), Words.Of);

    private static T Word<T>(JsonElement from, string name, T[] all, Func<T, string> spelled)
        where T : struct
        => Text(from, name) is var word && all.Where(one => spelled(one) == word).Select(one => (T?)one).FirstOrDefault() is { } known
            ? known
            : throw new FormatException($"{name} is no word that is known");

    private static DateTimeOffset Moment(JsonElement from, string name)
        => DateTimeOffset.ParseExact(Text(from, name), "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static DateOnly Day(JsonElement from, string name) => DateOnly.ParseExact(Text(from, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
