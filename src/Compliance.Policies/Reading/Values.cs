using System.Globalization;
using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Readers of single values and lists. Each reports what is wrong with the value and how to write it.</summary>
internal static class Values
{
    /// <summary>Text that is not blank.</summary>
    public static Placed<string>? Text(YamlNode node, Field field)
    {
        if (TextScalar(node, field) is not { } scalar)
        {
            return null;
        }

        if (!TextForms.IsBlank(scalar.Value))
        {
            return new Placed<string>(scalar.Value, scalar.Place);
        }

        field.Report(ProblemCodes.Empty, scalar.Place, $"\"{field.Name}\" is blank", "Write something, or remove the key.");
        return null;
    }

    /// <summary>Text of a given form.</summary>
    public static ValueReader<Placed<string>?> Of(TextForm form) => (node, field) =>
    {
        if (Text(node, field) is not { } text)
        {
            return null;
        }

        if (form.Fits(text.Value))
        {
            return text;
        }

        field.Report(form.Code, text.Place, $"{Words.Quoted(text.Value)} is not {form.Noun}", form.Rule);
        return null;
    };

    /// <summary>One of a few words.</summary>
    public static ValueReader<Placed<string>?> OneOf(params string[] words) => (node, field) =>
    {
        if (Text(node, field) is not { } text)
        {
            return null;
        }

        if (words.Contains(text.Value, StringComparer.Ordinal))
        {
            return text;
        }

        var near = Nearest.To(text.Value, words);
        var fix = near is null ? $"Write {Words.OneOf(words)}." : $"Did you mean \"{near}\"?";
        var edit = near is not null && Slip.Of(text.Value, words) == near ? ((YamlScalar)node).Rewritten(near) : null;
        field.Report(ProblemCodes.UnknownValue, text.Place, $"\"{field.Name}\" cannot be {Words.Quoted(text.Value)}", fix, edit);
        return null;
    };

    /// <summary>One of a few words that stand for values of an enumeration.</summary>
    public static ValueReader<Placed<T>?> OneOf<T>(params (string Word, T Value)[] choices)
    {
        var read = OneOf([.. choices.Select(choice => choice.Word)]);
        return (node, field) => read(node, field) is { } word
            ? new Placed<T>(choices.First(choice => choice.Word == word.Value).Value, word.Place)
            : null;
    }

    public static Placed<TimeSpan>? Duration(YamlNode node, Field field)
    {
        if (node is YamlScalar { Kind: ScalarKind.Integer } number)
        {
            field.Report(
                ProblemCodes.BadDuration,
                number.Place,
                $"\"{field.Name}\" is {Words.Short(number.Value)} without a unit",
                $"Write {Words.Short(number.Value)}d for days, {Words.Short(number.Value)}h for hours.");
            return null;
        }

        if (Text(node, field) is not { } text)
        {
            return null;
        }

        if (Durations.Parse(text.Value) is { } duration)
        {
            return new Placed<TimeSpan>(duration, text.Place);
        }

        field.Report(ProblemCodes.BadDuration, text.Place, $"{Words.Quoted(text.Value)} is not a duration", TextForms.Duration.Rule);
        return null;
    }

    /// <summary>A moment with its zone, in UTC.</summary>
    public static Placed<DateTimeOffset>? Moment(YamlNode node, Field field)
    {
        if (Of(TextForms.Moment)(node, field) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return new Placed<DateTimeOffset>(moment.ToUniversalTime(), text.Place);
        }

        field.Report(ProblemCodes.BadMoment, text.Place, $"{Words.Quoted(text.Value)} is in no calendar", TextForms.Moment.Rule);
        return null;
    }

    /// <summary>A day of the calendar.</summary>
    public static Placed<DateOnly>? Day(YamlNode node, Field field)
    {
        if (Of(TextForms.Day)(node, field) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new Placed<DateOnly>(day, text.Place);
        }

        field.Report(ProblemCodes.BadDay, text.Place, $"{Words.Quoted(text.Value)} is in no calendar", TextForms.Day.Rule);
        return null;
    }

    public static Placed<bool>? Boolean(YamlNode node, Field field)
    {
        switch (node)
        {
            case YamlScalar { Kind: ScalarKind.Boolean } scalar:
                return new Placed<bool>(scalar.Value[0] is 't' or 'T', scalar.Place);
            case YamlScalar { Kind: ScalarKind.OldBoolean } scalar:
                var meant = ScalarKinds.OldBooleanValue(scalar.Value) ? "true" : "false";
                field.Report(
                    ProblemCodes.Ambiguous,
                    scalar.Place,
                    $"\"{scalar.Value}\" is a boolean only to old YAML readers",
                    $"Write {meant}.",
                    scalar.Rewritten(meant));
                return null;
            case YamlScalar { IsPlain: false, Value: "true" or "false" } scalar:
                field.Report(
                    ProblemCodes.WrongType,
                    scalar.Place,
                    $"\"{field.Name}\" must be true or false, and in quotes it is text",
                    $"Write {Words.Short(scalar.Value)} without quotes.",
                    scalar.Unquoted());
                return null;
            default:
                ReportType(node, field, "true or false");
                return null;
        }
    }

    public static ValueReader<Placed<int>?> Integer(int least, int most) => (node, field) =>
    {
        if (IntegerScalar(node, field) is not { } scalar)
        {
            return null;
        }

        if (int.TryParse(scalar.Value, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return new Placed<int>(number, scalar.Place);
        }

        var range = string.Create(CultureInfo.InvariantCulture, $"Write a number from {least} to {most}.");
        field.Report(ProblemCodes.OutOfRange, scalar.Place, $"\"{field.Name}\" cannot be {Words.Short(scalar.Value)}", range);
        return null;
    };

    /// <summary>Reports that a node is not what the setting takes; silent for nodes that were reported already.</summary>
    public static void ReportType(YamlNode node, Field field, string wanted)
    {
        var found = node switch
        {
            YamlMapping => "settings below it",
            YamlSequence => "a list",
            YamlScalar { Kind: ScalarKind.Null } => "nothing",
            YamlScalar { Kind: ScalarKind.Text or ScalarKind.OldBoolean } scalar => $"the text {Words.Quoted(scalar.Value)}",
            YamlScalar scalar => Words.Short(scalar.Value),
            _ => null,
        };
        if (found is not null)
        {
            var fix = wanted == "text" && node is YamlMapping or YamlSequence ? "Text that begins with a bracket needs quotes." : null;
            field.Report(ProblemCodes.WrongType, node.Place, $"\"{field.Name}\" must be {wanted}, not {found}", fix);
        }
    }

    /// <summary>A scalar that is text to every YAML reader.</summary>
    public static YamlScalar? TextScalar(YamlNode node, Field field)
    {
        if (node is not YamlScalar { Kind: not ScalarKind.Null } scalar)
        {
            ReportType(node, field, "text");
            return null;
        }

        switch (scalar.Kind)
        {
            case ScalarKind.Text or ScalarKind.OldBoolean:
                return scalar;
            case ScalarKind.OddInteger:
                field.Report(
                    ProblemCodes.NumberLikeText,
                    scalar.Place,
                    $"some YAML readers take {Words.Short(scalar.Value)} for {OddIntegerText.Reading(scalar.Value)}",
                    $"Write \"{Words.Short(scalar.Value)}\" in quotes.",
                    scalar.InQuotes());
                return null;
            default:
                var kind = scalar.Kind == ScalarKind.Boolean ? "a boolean" : "a number";
                field.Report(
                    ProblemCodes.WrongType,
                    scalar.Place,
                    $"\"{field.Name}\" must be text, and without quotes {Words.Short(scalar.Value)} is {kind}",
                    $"Write \"{Words.Short(scalar.Value)}\" in quotes.",
                    scalar.InQuotes());
                return null;
        }
    }

    private static YamlScalar? IntegerScalar(YamlNode node, Field field)
    {
        switch (node)
        {
            case YamlScalar { Kind: ScalarKind.Integer } scalar:
                return scalar;
            case YamlScalar { Kind: ScalarKind.OddInteger } scalar:
                field.Report(
                    ProblemCodes.Ambiguous,
                    scalar.Place,
                    $"some YAML readers take {Words.Short(scalar.Value)} for {OddIntegerText.Reading(scalar.Value)}",
                    "Write a plain decimal number.");
                return null;
            case YamlScalar { IsPlain: false } scalar when ScalarKinds.OfPlain(scalar.Value) == ScalarKind.Integer:
                field.Report(
                    ProblemCodes.WrongType,
                    scalar.Place,
                    $"\"{field.Name}\" must be a whole number, and in quotes it is text",
                    $"Write {Words.Short(scalar.Value)} without quotes.",
                    scalar.Unquoted());
                return null;
            default:
                ReportType(node, field, "a whole number");
                return null;
        }
    }
}
