namespace Compliance.Cel.Tests;

/// <summary>A small host: a job with a mode, an optional comment, and a target that nobody may see.</summary>
internal sealed record Host(string Name, string Mode, long Guests, string? Comment)
{
    public static readonly CelEnumType Modes = new("mode", ["snapshot", "suspend", "stop"]);

    public static readonly CelRecordType Record = new CelRecordType("job")
        .Add(new CelField("name", CelType.String, host => CelValue.Of(((Host)host).Name)))
        .Add(new CelField("mode", Modes, host => CelValue.Of(((Host)host).Mode)))
        .Add(new CelField("guests", CelType.Int, host => CelValue.Of(((Host)host).Guests)))
        .Add(new CelField("age", CelType.Duration, _ => CelValue.Of(TimeSpan.FromHours(26))))
        .Add(new CelField("comment", CelType.String, host => ((Host)host).Comment is { } text ? CelValue.Of(text) : CelValue.Absent))
        .Add(new CelField("target", CelType.String, _ => CelValue.Unknown((object)"/storage needs Datastore.Audit")))
        .Add(new CelField("tags", CelType.List(CelType.String), _ => CelValue.ListOf((string[])["a", "b"], CelValue.Of)));

    public static readonly CelEnvironment Environment = new([new CelVariable("job", Record), new CelVariable("x", CelType.Int)]);

    public static CelCompilation Compile(string source) => CelCompiler.Compile(source, Environment);

    public static CelValue Evaluate(string source) => Program(source).Evaluate(Bindings);

    public static CelProgram Program(string source)
    {
        var compiled = Compile(source);
        compiled.Issues.Where(i => i.Severity == CelSeverity.Error).Should().BeEmpty(source);
        return compiled.Program!;
    }

    public static CelBindings Bindings => new CelBindings(Environment)
        .Set("job", CelValue.Record(Record, new Host("nightly", "stop", 3, null)))
        .Set("x", CelValue.Of(7));
}
