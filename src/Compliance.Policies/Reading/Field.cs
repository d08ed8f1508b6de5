using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>The setting a value is read for, and where its faults go.</summary>
internal readonly record struct Field(string Name, ProblemList Problems)
{
    public void Report(ProblemCode code, Place place, string message, string? fix = null, TextEdit? edit = null)
        => Problems.Add(code, place, message, fix, edit);
}
