using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Table;

/// <summary>
/// The facts of one kind of record, declared one line each. What may be absent or unknown follows from the getter: a method
/// named Optional takes one that may give null, an overload with <see cref="Observed{T}"/> one that may not know.
/// </summary>
internal sealed class FactGroup<T>(string name, string meaning)
    where T : class
{
    public CelRecordType Record { get; } = new(name);

    public FactSubject Subject => new(Record, meaning);

    public Entry Text(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, string> get)
        => Add(new Fact(Record.Name, fact, CelType.String, meaning, from), host => CelValue.Of(get(host)));

    public Entry Text(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<string>> get)
        => Add(new Fact(Record.Name, fact, CelType.String, meaning, from) { MayBeUnknown = true }, host => Seen(get(host), CelValue.Of));

    public Entry OptionalText(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, string?> get)
        => Add(new Fact(Record.Name, fact, CelType.String, meaning, from) { IsOptional = true }, host => Optional(get(host), CelValue.Of));

    public Entry OptionalText(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<string?>> get)
        => Add(new Fact(Record.Name, fact, CelType.String, meaning, from) { IsOptional = true, MayBeUnknown = true }, host => SeenOrAbsent(get(host), CelValue.Of));

    /// <summary>A text that has one of a few values; a rule that compares it with another one does not compile.</summary>
    public Entry Word(string fact, CelEnumType values, string meaning, ImmutableArray<FactSource> from, Func<T, string> get)
        => Add(new Fact(Record.Name, fact, values, meaning, from), host => CelValue.Of(get(host)));

    public Entry Word(string fact, CelEnumType values, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<string>> get)
        => Add(new Fact(Record.Name, fact, values, meaning, from) { MayBeUnknown = true }, host => Seen(get(host), CelValue.Of));

    public Entry OptionalWord(string fact, CelEnumType values, string meaning, ImmutableArray<FactSource> from, Func<T, string?> get)
        => Add(new Fact(Record.Name, fact, values, meaning, from) { IsOptional = true }, host => Optional(get(host), CelValue.Of));

    public Entry OptionalWord(string fact, CelEnumType values, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<string?>> get)
        => Add(new Fact(Record.Name, fact, values, meaning, from) { IsOptional = true, MayBeUnknown = true }, host => SeenOrAbsent(get(host), CelValue.Of));

    public Entry Flag(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, bool> get)
        => Add(new Fact(Record.Name, fact, CelType.Bool, meaning, from), host => CelValue.Of(get(host)));

    public Entry Flag(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<bool>> get)
        => Add(new Fact(Record.Name, fact, CelType.Bool, meaning, from) { MayBeUnknown = true }, host => Seen(get(host), CelValue.Of));

    /// <param name="unit">what is counted</param>
    public Entry Number(string fact, string unit, string meaning, ImmutableArray<FactSource> from, Func<T, long> get)
        => Add(new Fact(Record.Name, fact, CelType.Int, meaning, from) { Unit = unit }, host => CelValue.Of(get(host)));

    public Entry Number(string fact, string unit, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<long>> get)
        => Add(new Fact(Record.Name, fact, CelType.Int, meaning, from) { Unit = unit, MayBeUnknown = true }, host => Seen(get(host), CelValue.Of));

    public Entry OptionalNumber(string fact, string unit, string meaning, ImmutableArray<FactSource> from, Func<T, long?> get)
        => Add(
            new Fact(Record.Name, fact, CelType.Int, meaning, from) { Unit = unit, IsOptional = true },
            host => get(host) is { } n ? CelValue.Of(n) : CelValue.Absent);

    public Entry OptionalNumber(string fact, string unit, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<long?>> get)
        => Add(
            new Fact(Record.Name, fact, CelType.Int, meaning, from) { Unit = unit, IsOptional = true, MayBeUnknown = true },
            host => get(host).Match(v => v is { } n ? CelValue.Of(n) : CelValue.Absent, CelValue.Unknown));

    public Entry Numbers(string fact, string unit, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<ImmutableArray<long>>> get)
        => Add(
            new Fact(Record.Name, fact, CelType.List(CelType.Int), meaning, from) { Unit = unit, MayBeUnknown = true },
            host => Seen(get(host), v => CelValue.ListOf(v, CelValue.Of)));

    public Entry Duration(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, TimeSpan> get)
        => Add(new Fact(Record.Name, fact, CelType.Duration, meaning, from), host => CelValue.Of(get(host)));

    public Entry OptionalDuration(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<TimeSpan?>> get)
        => Add(
            new Fact(Record.Name, fact, CelType.Duration, meaning, from) { IsOptional = true, MayBeUnknown = true },
            host => get(host).Match(v => v is { } d ? CelValue.Of(d) : CelValue.Absent, CelValue.Unknown));

    public Entry OptionalDuration(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, TimeSpan?> get)
        => Add(
            new Fact(Record.Name, fact, CelType.Duration, meaning, from) { IsOptional = true },
            host => get(host) is { } d ? CelValue.Of(d) : CelValue.Absent);

    public Entry OptionalTime(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, DateTimeOffset?> get)
        => Add(
            new Fact(Record.Name, fact, CelType.Timestamp, meaning, from) { IsOptional = true },
            host => get(host) is { } t ? CelValue.Of(t) : CelValue.Absent);

    public Entry OptionalTime(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<DateTimeOffset?>> get)
        => Add(
            new Fact(Record.Name, fact, CelType.Timestamp, meaning, from) { IsOptional = true, MayBeUnknown = true },
            host => get(host).Match(v => v is { } t ? CelValue.Of(t) : CelValue.Absent, CelValue.Unknown));

    public Entry Texts(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, IReadOnlyList<string>> get)
        => Add(new Fact(Record.Name, fact, CelType.List(CelType.String), meaning, from), host => CelValue.ListOf(get(host), CelValue.Of));

    public Entry Texts(string fact, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<ImmutableArray<string>>> get)
        => Add(
            new Fact(Record.Name, fact, CelType.List(CelType.String), meaning, from) { MayBeUnknown = true },
            host => Seen(get(host), v => CelValue.ListOf(v, CelValue.Of)));

    /// <summary>A record of another kind.</summary>
    public Entry One<TOther>(string fact, FactGroup<TOther> other, string meaning, ImmutableArray<FactSource> from, Func<T, TOther> get)
        where TOther : class
        => Add(new Fact(Record.Name, fact, other.Record, meaning, from), host => CelValue.Record(other.Record, get(host)));

    public Entry OptionalOne<TOther>(string fact, FactGroup<TOther> other, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<TOther?>> get)
        where TOther : class
        => Add(
            new Fact(Record.Name, fact, other.Record, meaning, from) { IsOptional = true, MayBeUnknown = true },
            host => SeenOrAbsent(get(host), v => CelValue.Record(other.Record, v)));

    public Entry Many<TOther>(string fact, FactGroup<TOther> other, string meaning, ImmutableArray<FactSource> from, Func<T, ImmutableArray<TOther>> get)
        where TOther : class
        => Add(
            new Fact(Record.Name, fact, CelType.List(other.Record), meaning, from),
            host => CelValue.ListOf(get(host), o => CelValue.Record(other.Record, o)));

    public Entry Many<TOther>(string fact, FactGroup<TOther> other, string meaning, ImmutableArray<FactSource> from, Func<T, Observed<ImmutableArray<TOther>>> get)
        where TOther : class
        => Add(
            new Fact(Record.Name, fact, CelType.List(other.Record), meaning, from) { MayBeUnknown = true },
            host => Seen(get(host), v => CelValue.ListOf(v, o => CelValue.Record(other.Record, o))));

    private Entry Add(Fact fact, Func<T, CelValue> get)
    {
        Record.Add(new CelField(fact.Name, fact.Type, host => get((T)host)) { Tag = fact });
        return new Entry(fact);
    }

    private static CelValue Optional<TValue>(TValue? value, Func<TValue, CelValue> convert)
        => value is null ? CelValue.Absent : convert(value);

    private static CelValue Seen<TValue>(Observed<TValue> observed, Func<TValue, CelValue> convert)
        => observed.Match(value => convert(value!), CelValue.Unknown);

    private static CelValue SeenOrAbsent<TValue>(Observed<TValue?> observed, Func<TValue, CelValue> convert)
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
        /// <param name="key">of <c>policy.yaml</c>, such as <c>tiers[].schedule</c></param>
        /// <param name="place">of the value</param>
        public Entry DeclaredAt(string key, Func<T, Place?> place)
        {
            fact.DeclaredKey = key;
            fact.Declared = host => place((T)host);
            return this;
        }
    }
}
