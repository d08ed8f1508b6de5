namespace Compliance.Cel.Tests.Language;

/// <summary>A small model of the kind hosts have: records, an enum, an optional field, fields nobody could read.</summary>
public sealed record Job(string Name, string? Compression, object? Schedule, Job? Parent)
{
    public static readonly CelEnumType Compressions = new("compression", ["0", "gzip", "lzo", "zstd"]);

    public static readonly CelRecordType Type = Describe();

    public static readonly CelEnvironment Environment = new(
        ("job", Type), ("jobs", CelType.List(Type)), ("wanted", Compressions), ("b", CelType.Bool), ("i", CelType.Int));

    public static CelBindings Bind(Job job, params Job[] jobs) => new(Environment)
    {
        ["job"] = CelValue.Record(Type, job),
        ["jobs"] = CelValue.ListOf(jobs, one => CelValue.Record(Type, one)),
        ["wanted"] = CelValue.Of("zstd"),
        ["b"] = CelValue.Unknown("b"),
        ["i"] = CelValue.Unknown("i"),
    };

    public static CelValue Eval(string source, Job job, params Job[] jobs) => Cel.Compile(source, Environment).Evaluate(Bind(job, jobs));

    private static CelRecordType Describe()
    {
        var type = new CelRecordType("job");
        return type
            .Add(new CelField("name", CelType.String, host => CelValue.Of(((Job)host).Name)) { Tag = "documentation" })
            .Add(new CelField("compression", Compressions, host => ((Job)host).Compression is { } text ? CelValue.Of(text) : CelValue.Unknown("GET /cluster/backup")))
            .Add(new CelField("schedule", CelType.String, host => ((Job)host).Schedule is string text ? CelValue.Of(text) : CelValue.Absent))
            .Add(new CelField("parent", type, host => ((Job)host).Parent is { } parent ? CelValue.Record(type, parent) : CelValue.Absent))
            .Add(new CelField("wrong", CelType.Int, _ => CelValue.Of("not an int")));
    }
}
