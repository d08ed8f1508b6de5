using Compliance.SampleMonth;

namespace Compliance.Cli.Tests.Commands;

/// <summary>The month of the samples, made once by its documented command.</summary>
public sealed class MonthFixture : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>What became of <c>samples/month</c>.</summary>
    public string Month => folder.PathOf("month");

    /// <summary>What became of <c>reports/examples</c>.</summary>
    public string Reports => folder.PathOf("reports");

    /// <summary>The history with the last night in it.</summary>
    public string History { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Reports);
        using var log = new StringWriter();
        History = folder.PathOf("whole.db");
        await MonthOfNights.MakeAsync(Repository.PathOf("samples/month/month.yaml"), Month, Reports, History, log);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();
}
