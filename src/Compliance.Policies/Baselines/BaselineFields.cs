using System.Globalization;
using System.Text.Json;

namespace Compliance.Policies;

/// <summary>The members of one object of a baseline; what is missing, of another kind or unknown ends the reading.</summary>
internal sealed class BaselineFields
{
    private readonly JsonElement element;
    private readonly string where;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public BaselineFields(JsonElement element, string where)
    {
        this.element = element;
        this.where = where;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new BaselineFault($"{where} is no object");
        }
    }

    /// <param name="form">null: any that is not blank</param>
    public string Text(string name, TextForm? form)
    {
        var value = Member(name);
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Not(name, "text");
        return form switch
        {
            null when TextForms.IsBlank(text) => throw Not(name, "text that is not blank"),
            not null when !form.Fits(text) => throw Not(name, form.Noun),
            _ => text,
        };
    }

    public string Word(string name, string[] words)
    {
        var text = Text(name, null);
        return words.Contains(text, StringComparer.Ordinal) ? text : throw Not(name, Words.OneOf(words));
    }

    public bool Boolean(string name) => Member(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Not(name, "true or false"),
    };

    public int Integer(string name) => Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value)
        ? value
        : throw Not(name, "a whole number");

    public DateTimeOffset Moment(string name)
        => DateTimeOffset.TryParse(Text(name, TextForms.Moment), CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.ToUniversalTime()
            : throw Not(name, "in the calendar");

    public IEnumerable<JsonElement> Rows(string name)
        => Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : throw Not(name, "a list");

    /// <summary>Refuses what nobody asked for.</summary>
    public void Close()
    {
        if (element.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !asked.Contains(name)) is { } unknown)
        {
            throw new BaselineFault($"{where} has {Words.Quoted(VisibleText.Escape(unknown))}, which means nothing there");
        }
    }

    private JsonElement Member(string name)
    {
        asked.Add(name);
        return element.TryGetProperty(name, out var value) ? value : throw new BaselineFault($"{where} has no \"{name}\"");
    }

    private BaselineFault Not(string name, string wanted) => new($"\"{name}\" of {where} is not {wanted}");
}
