using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Problems as the document of <c>lint -o json</c>, version 1.</summary>
public static class ProblemJson
{
    /// <param name="suppressed">accepted ones, which follow with the reason: nothing vanishes</param>
    public static void Write(IEnumerable<Problem> problems, IEnumerable<SuppressedProblem> suppressed, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, 1);
            json.WriteStartArray("problems"u8);
            foreach (var problem in problems)
            {
                Write(problem, null, json);
            }

            foreach (var accepted in suppressed)
            {
                Write(accepted.Problem, accepted, json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Problem problem, SuppressedProblem? suppressed, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, problem.Code);
        json.WriteString("severity"u8, problem.Severity.ToString().ToLowerInvariant());
        json.WriteString("file"u8, problem.Place.File);
        json.WriteNumber("line"u8, problem.Place.Line);
        json.WriteNumber("column"u8, problem.Place.Column);
        json.WriteNumber("endLine"u8, problem.Place.EndLine);
        json.WriteNumber("endColumn"u8, problem.Place.EndColumn);
        json.WriteString("message"u8, problem.Message);
        json.WriteString("fix"u8, problem.Fix);
        WriteEdit(problem.Edit, json);
        if (suppressed is null)
        {
            json.WriteNull("suppressed"u8);
        }
        else
        {
            json.WriteStartObject("suppressed"u8);
            json.WriteString("reason"u8, suppressed.Reason);
            json.WriteString("file"u8, suppressed.By.File);
            json.WriteNumber("line"u8, suppressed.By.Line);
            json.WriteNumber("column"u8, suppressed.By.Column);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>In the problem's own file.</summary>
    private static void WriteEdit(TextEdit? edit, Utf8JsonWriter json)
    {
        if (edit is null)
        {
            json.WriteNull("edit"u8);
            return;
        }

        json.WriteStartObject("edit"u8);
        json.WriteNumber("line"u8, edit.Place.Line);
        json.WriteNumber("column"u8, edit.Place.Column);
        json.WriteNumber("endLine"u8, edit.Place.EndLine);
        json.WriteNumber("endColumn"u8, edit.Place.EndColumn);
        json.WriteString("text"u8, edit.Text);
        json.WriteEndObject();
    }
}
