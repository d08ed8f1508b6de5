using System.Text.Json.Serialization;

namespace Compliance.SampleMonth;

/// <summary>What happened in a month: the file <c>month.yaml</c>.</summary>
public sealed record MonthScript
{
    /// <summary>The policy repository it begins with, relative to the script.</summary>
    public required string Policy { get; init; }

    /// <summary>The inventory it begins with, relative to the script.</summary>
    public required string Inventory { get; init; }

    /// <summary>The first morning that is looked at.</summary>
    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    /// <summary>When in the morning, UTC.</summary>
    public required TimeOnly LooksAt { get; init; }

    /// <summary>The jobs of the beginning have run since then.</summary>
    public required DateOnly JobsRunSince { get; init; }

    /// <summary>Days of finished tasks that the node lists.</summary>
    public required int TasksReachBack { get; init; }

    /// <summary>What differs from inventory and policy on every night.</summary>
    public required NightScript Before { get; init; }

    public required IReadOnlyList<NightScript> Nights { get; init; }

    /// <summary>Every morning of the month, in order.</summary>
    [JsonIgnore]
    public IEnumerable<DateOnly> Mornings => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays);

    public DateTimeOffset MomentOf(DateOnly morning) => new(morning, LooksAt, TimeSpan.Zero);
}
