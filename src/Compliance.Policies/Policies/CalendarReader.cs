using System.Globalization;
using Compliance.Core.Facts.Schedules;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads a calendar event of Proxmox VE. What is wrong with one is shown at the very character where Proxmox VE stops reading.</summary>
internal static class CalendarReader
{
    public static Placed<string>? Read(YamlNode node, Field field)
    {
        if (node is YamlScalar { Kind: ScalarKind.Integer } number)
        {
            field.Report(
                ProblemCodes.WrongType,
                number.Place,
                $"\"{field.Name}\" must be text, and {Words.Short(number.Value)} is a number, to Proxmox VE a minute of every hour",
                int.TryParse(number.Value, out var hour) && hour is >= 0 and < 24 ? string.Create(CultureInfo.InvariantCulture, $"Write \"{hour:D2}:00\" for the hour.") : null);
            return null;
        }

        if (Values.TextScalar(node, field) is not { } scalar || Values.Text(node, field) is not { } text)
        {
            return null;
        }

        if (CalendarEvent.Parse(text.Value).Error is not { } error)
        {
            return text;
        }

        field.Report(
            ProblemCodes.BadCalendar,
            scalar.PlaceOf(error.Position, 1),
            $"{Words.Quoted(text.Value)} is not a calendar event: {error.Message}",
            "Write it as in Proxmox VE, such as \"22:00\", \"mon..fri 22:00\" or \"*-*-1 04:00\".");
        return null;
    }
}
