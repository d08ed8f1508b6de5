// Whole processes of the native binary:
//   dotnet publish src/Compliance.Cli -c Release -o artifacts/native
//   dotnet run -c Release --project tests/Compliance.Benchmarks -- artifacts/native/pve-compliance [ROUNDS]
// lint beside ajv and Spectral, which npm downloads into a temporary folder, on the same document:
//   dotnet run -c Release --project tests/Compliance.Benchmarks -- artifacts/native/pve-compliance beside [ROUNDS]
// The language of the rules, native too, beside the same conditions in C#:
//   dotnet publish tests/Compliance.Benchmarks -c Release -o artifacts/bench
//   artifacts/bench/Compliance.Benchmarks rules [ROUNDS]
// A page in Chromium beside a bare page of the same bytes; the tests of the pages leave that of 300 guests where this looks for it:
//   dotnet run -c Release --project tests/Compliance.Benchmarks -- page tests/Compliance.Browser.Tests/bin/Debug/net10.0/pages/300-guests.html [ROUNDS]
using System.Globalization;
using Compliance.Benchmarks;

var rounds = args.Length > 1 && int.TryParse(args[^1], CultureInfo.InvariantCulture, out var given) ? given : 15;
switch (args)
{
    case ["rules", ..]:
        ColdCompilation.Report(rounds);
        ConditionCosts.Report(rounds);
        return 0;
    case [ColdCompilation.Child]:
        ColdCompilation.RunChild();
        return 0;
    case ["page", var page, ..] when File.Exists(page):
        return await PageBesideBarePage.Run(page, rounds);
    case [var binary, "beside", ..] when File.Exists(binary):
        return LintBesideOthers.Run(binary, rounds);
    case [var binary, ..] when File.Exists(binary):
        return await WholeProcesses.Run(binary, rounds);
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Compliance.Benchmarks -- rules|page FILE|BINARY [beside] [ROUNDS]");
        return 2;
}
