using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// Finds and reads the repository's file of notifications. What is written wrongly there may be a secret, wherever it stands: it is never
/// shown, neither with a problem's line nor in its message.
/// </summary>
internal static class NotificationsFile
{
    /// <param name="location">where it is; when its place is a point it is a default, and may be absent</param>
    /// <returns>null when there is no such file, or when it is faulty</returns>
    public static NoticeSettings? Read(Placed<string> location, SourceReader reader, ProblemList problems)
    {
        var isThere = true;
        var source = reader.Read(location.Value, whenMissing: () =>
        {
            isThere = false;
            if (!location.Place.IsPoint)
            {
                problems.Add(
                    ProblemCodes.ReferenceMissing, location.Place, $"there is no file \"{location.Value}\"", "Create it, or remove the setting.");
            }
        });
        if (!isThere)
        {
            return null;
        }

        var own = new ProblemList();
        var root = source is null ? null : YamlReader.Read(source, own);
        if (root is null or YamlBroken)
        {
            reader.Hide(new Place(location.Value, 1, 1, int.MaxValue, 1)); // nobody knows what of it is what
        }

        var settings = root is not null && Fields.Of(root, "notifications file", new Field("notifications", own)) is { } fields ? Read(fields, reader.Hide) : null;
        // Nothing is mended here: the diff of lint --fix would show the lines beside.
        problems.AddRange(own.Sorted().Select(problem => Inert(problem, reader) with { Edit = null }));
        return settings;
    }

    private static NoticeSettings Read(Fields fields, Action<Place> hide)
    {
        var mail = fields.Optional("mail", Lists.OfRecords(new MailReader(hide).Read));
        var webhooks = fields.Optional("webhooks", Lists.OfRecords(new WebhookReader(hide).Read));
        fields.Close();
        ImmutableArray<NoticeChannel> channels = [.. mail.IsDefault ? [] : mail, .. webhooks.IsDefault ? [] : webhooks];
        foreach (var again in channels.GroupBy(channel => channel.Name, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            fields.Problems.Add(
                ProblemCodes.DuplicateChannel, again.Place, $"another channel is named \"{again.Name}\" too", "Give each its own name: the history remembers by it who was told.");
        }

        return new NoticeSettings(channels);
    }

    private static Problem Inert(Problem problem, SourceReader reader)
    {
        var place = problem.Place;
        if (problem.Code == ProblemCodes.WrongType.Code)
        {
            reader.Hide(place);
            int[] quoted = [problem.Message.IndexOf(", such as [", StringComparison.Ordinal), problem.Message.IndexOf(", not the text \"", StringComparison.Ordinal)];
            return problem with { Message = problem.Message[..quoted.Where(at => at >= 0).DefaultIfEmpty(problem.Message.Length).Min()] };
        }

        if (problem.Code == ProblemCodes.UnknownKey.Code || problem.Code == ProblemCodes.DuplicateKey.Code || problem.Code == ProblemCodes.YamlFeature.Code)
        {
            // The value of a key that is not known: password, most likely.
            reader.Hide(place with { Line = place.EndLine, Column = place.EndColumn, EndLine = place.EndLine + 1, EndColumn = 1 });
        }

        return problem;
    }
}
