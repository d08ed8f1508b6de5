using Compliance.History;
using Compliance.HistoryWriter;

// Appends runs to the history FILE, COUNT of them, and says the id of each that was kept: something to kill at any instant.
for (var left = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture); left > 0; left--)
{
    Console.WriteLine(HistoryFile.Append(args[0], ExampleRun.Of(left)).Run.Id);
}
