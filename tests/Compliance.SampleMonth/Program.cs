// Makes the month of the samples from its script, and the examples of reports from its last night.
// RS0030: the product leaves stdout to its command line; this is a command line of its own.
#pragma warning disable RS0030
using Compliance.SampleMonth;

if (args is not [var month, var reports])
{
    Console.Error.WriteLine("usage: dotnet run --project tests/Compliance.SampleMonth -- MONTH REPORTS");
    return 2;
}

var whole = Path.Combine(Directory.CreateTempSubdirectory("month-").FullName, "history.db");
try
{
    await MonthOfNights.MakeAsync(Path.Combine(month, "month.yaml"), month, reports, whole, Console.Out);
    return 0;
}
finally
{
    Directory.Delete(Path.GetDirectoryName(whole)!, recursive: true);
}
