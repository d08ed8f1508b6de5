using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Compliance.Core.Facts.Properties;

namespace Compliance.Proxmox;

/// <summary>
/// An object of an answer. Types on Proxmox's wire are loose: the same field is 1, "1" or true depending on where Perl got it
/// from, so every reader takes all forms that were seen. JSON null counts as absent.
/// </summary>
internal readonly struct WireRow
{
    private readonly JsonElement _object;

    public WireRow(JsonElement element)
        => _object = element.ValueKind == JsonValueKind.Object
            ? element
            : throw new WireException($"found {WireValue.Show(element)} in place of an object");

    public string Text(string name) => OptionalText(name) ?? throw Missing(name);

    /// <summary>A string, a number as written, or a boolean as 1 or 0.</summary>
    public string? OptionalText(string name)
        => TryFind(name, out var value) ? WireValue.Text(value) ?? throw NotUnderstood(name, value, "a text") : null;

    public bool Flag(string name) => OptionalFlag(name) ?? throw Missing(name);

    public bool? OptionalFlag(string name)
        => TryFind(name, out var value) ? WireValue.Flag(value) ?? throw NotUnderstood(name, value, "yes or no") : null;

    public int Int(string name) => OptionalInt(name) ?? throw Missing(name);

    public int? OptionalInt(string name)
    {
        if (!TryFind(name, out var value))
        {
            return null;
        }

        return WireValue.Whole(value) is { } whole and >= int.MinValue and <= int.MaxValue
            ? (int)whole
            : throw NotUnderstood(name, value, "a whole number");
    }

    /// <summary>A size in bytes. Perl computes some of them in floating point, so a fraction is rounded.</summary>
    public long Bytes(string name)
    {
        var value = Required(name);
        return WireValue.Rounded(value) is { } bytes and >= 0 ? bytes : throw NotUnderstood(name, value, "a size");
    }

    /// <summary>Seconds since 1970.</summary>
    public DateTimeOffset Time(string name) => OptionalTime(name) ?? throw Missing(name);

    public DateTimeOffset? OptionalTime(string name)
    {
        if (!TryFind(name, out var value))
        {
            return null;
        }

        // Year 9999 is the last that a date can hold.
        return WireValue.Whole(value) is { } seconds and >= 0 and <= 253402300799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw NotUnderstood(name, value, "a time");
    }

    /// <summary>A list in one string, split as Proxmox does (pve-common <c>ParseUtils.pm:split_list</c>); empty when absent.</summary>
    public ImmutableArray<string> List(string name) => [.. ListText.Split(OptionalText(name))];

    /// <summary>The texts of a list, sorted; a single text is a list of one, and none is an empty list.</summary>
    public ImmutableArray<string> Texts(string name)
    {
        if (!TryFind(name, out var value))
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return [Text(name)];
        }

        var texts = ImmutableArray.CreateBuilder<string>(value.GetArrayLength());
        foreach (var element in value.EnumerateArray())
        {
            texts.Add(WireValue.Text(element) ?? throw NotUnderstood(name, element, "a text"));
        }

        texts.Sort(StringComparer.Ordinal);
        return texts.ToImmutable();
    }

    /// <summary>A list of guest ids in one string or one number, sorted.</summary>
    public ImmutableArray<int> VmIds(string name)
    {
        var ids = ImmutableArray.CreateBuilder<int>();
        foreach (var part in List(name))
        {
            ids.Add(int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : throw new WireException($"field '{name}' holds \"{WireValue.Cut(part)}\" in place of a guest id"));
        }

        ids.Sort();
        return ids.ToImmutable();
    }

    /// <summary>
    /// A property string such as <c>keep-daily=7,keep-weekly=4</c>, keys sorted. The wire has it as an object in jobs (with
    /// numbers as strings, except <c>{"keep-all":1}</c>) and as a string in storages and vzdump defaults.
    /// </summary>
    public string? OptionalPropertyString(string name)
    {
        if (!TryFind(name, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            var text = WireValue.Text(value) ?? throw NotUnderstood(name, value, "a property string");
            return Join(text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        var parts = new List<string>();
        foreach (var member in value.EnumerateObject())
        {
            parts.Add($"{member.Name}={WireValue.Text(member.Value) ?? throw NotUnderstood(name, value, "a property string")}");
        }

        return Join(parts);
    }

    public bool Has(string name) => TryFind(name, out _);

    public JsonElement Required(string name) => TryFind(name, out var value) ? value : throw Missing(name);

    public bool TryFind(string name, out JsonElement value)
        => _object.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Rows of an array, in the order of the wire, each read by the given reader.</summary>
    public static List<T> Read<T>(JsonElement array, Func<WireRow, T> read)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            throw new WireException($"found {WireValue.Show(array)} in place of a list");
        }

        var rows = new List<T>(array.GetArrayLength());
        foreach (var element in array.EnumerateArray())
        {
            rows.Add(read(new WireRow(element)));
        }

        return rows;
    }

    private static string Join(IEnumerable<string> parts) => string.Join(',', parts.Order(StringComparer.Ordinal));

    private static WireException Missing(string name) => new($"field '{name}' is missing");

    private static WireException NotUnderstood(string name, JsonElement value, string wanted)
        => new($"field '{name}' is {WireValue.Show(value)} in place of {wanted}");
}
