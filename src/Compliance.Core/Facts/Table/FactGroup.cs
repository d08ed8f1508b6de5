using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Table;

/// <summary>The facts of one kind of record, declared one line each.</summary>
internal sealed class FactGroup<T>(string name)
    where T : class
{
    public CelRecordType Record { get; } = new(name);

    public Entry Text(string fact, string meaning, FactSource source, Func<T, string?> get)
        => Add(fact, CelType.String, meaning, source, host => Optional(get(host), CelValue.Of));

    public Entry Text(string fact, string meaning, FactSource source, Func<T, Observed<string?>> get)
        => Add(fact, CelType.String, meaning, source, host => Seen(get(host), CelValue.Of));

    /// <summary>A text that has one of a few values; a rule that compares it with another one does not compile.</summary>
    public Entry Word(string fact, CelEnumType values, string meaning, FactSource source, Func<T, string> get)
        => Add(fact, values, meaning, source, host => CelValue.Of(get(host)));

    public Entry Flag(string fact, string meaning, FactSource source, Func<T, bool> get)
        => Add(fact, CelType.Bool, meaning, source, host => CelValue.Of(get(host)));

    public Entry Flag(string fact, string meaning, FactSource source, Func<T, Observed<bool>> get)
        => Add(fact, CelType.Bool, meaning, source, host => Seen(get(host), CelValue.Of));

    public Entry Number(string fact, string meaning, FactSource source, Func<T, long> get)
        => Add(fact, CelType.Int, meaning, source, host => CelValue.Of(get(host)));

    public Entry Number(string fact, string meaning, FactSource source, Func<T, Observed<long>> get)
        => Add(fact, CelType.Int, meaning, source, host => Seen(get(host), CelValue.Of));

    public Entry Duration(string fact, string meaning, FactSource source, Func<T, TimeSpan> get)
        => Add(fact, CelType.Duration, meaning, source, host => CelValue.Of(get(host)));

    public Entry Duration(string fact, string meaning, FactSource source, Func<T, Observed<TimeSpan?>> get)
        => Add(fact, CelType.Duration, meaning, source, host => get(host).Match(v => v is { } d ? CelValue.Of(d) : CelValue.Absent, CelValue.Unknown));

    public Entry Time(string fact, string meaning, FactSource source, Func<T, Observed<DateTimeOffset?>> get)
        => Add(fact, CelType.Timestamp, meaning, source, host => get(host).Match(v => v is { } t ? CelValue.Of(t) : CelValue.Absent, CelValue.Unknown));

    public Entry Texts(string fact, string meaning, FactSource source, Func<T, IReadOnlyList<string>> get)
        => Add(fact, CelType.List(CelType.String), meaning, source, host => CelValue.ListOf(get(host), CelValue.Of));

    public Entry Texts(string fact, string meaning, FactSource source, Func<T, Observed<ImmutableArray<string>>> get)
        => Add(fact, CelType.List(CelType.String), meaning, source, host => Seen(get(host), v => CelValue.ListOf(v, CelValue.Of)));

    public Entry Numbers(string fact, string meaning, FactSource source, Func<T, Observed<ImmutableArray<long>>> get)
        => Add(fact, CelType.List(CelType.Int), meaning, source, host => Seen(get(host), v => CelValue.ListOf(v, CelValue.Of)));

    /// <summary>A record of another kind; a null host reads as absent.</summary>
    public Entry One<TOther>(string fact, FactGroup<TOther> other, string meaning, FactSource source, Func<T, Observed<TOther?>> get)
        where TOther : class
        => Add(fact, other.Record, meaning, source, host => Seen(get(host), v => CelValue.Record(other.Record, v)));

    public Entry Many<TOther>(string fact, FactGroup<TOther> other, string meaning, FactSource source, Func<T, Observed<ImmutableArray<TOther>>> get)
        where TOther : class
        => Add(fact, CelType.List(other.Record), meaning, source, host => Seen(get(host), v => CelValue.ListOf(v, o => CelValue.Record(other.Record, o))));

    private Entry Add(string fact, CelType type, string meaning, FactSource source, Func<T, CelValue> get)
    {
        var entry = new Fact(Record.Name, fact, type, meaning, source);
        Record.Add(new CelField(fact, type, host => get((T)host)) { Tag = entry });
        return new Entry(entry);
    }

    private static CelValue Optional<TValue>(TValue? value, Func<TValue, CelValue> convert)
        => value is null ? CelValue.Absent : convert(value);

    private static CelValue Seen<TValue>(Observed<TValue?> observed, Func<TValue, CelValue> convert)
        => observed.Match(value => Optional(value, convert), CelValue.Unknown);

    /// <summary>A declared fact, to which its places can be added.</summary>
    public readonly struct Entry(Fact fact)
    {
        /// <summary>Where the live value stands.</summary>
        public Entry At(Func<T, LivePlace?> place)
        {
            fact.Live = host => place((T)host);
            return this;
        }

        /// <summary>Where the policy declares it.</summary>
        public Entry DeclaredAt(Func<T, Place?> place)
        {
            fact.Declared = host => place((T)host);
            return this;
        }
    }
}
