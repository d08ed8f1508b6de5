using System.Globalization;
using System.Text;
using System.Xml;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A run of cases as JUnit XML, in the form that both common schemas take: a suite for each rule.</summary>
public sealed class CaseJUnitRenderer : ICaseRenderer
{
    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    public void Render(CaseRun run, Stream output)
    {
        using (var xml = XmlWriter.Create(output, Writing))
        {
            xml.WriteStartElement("testsuites");
            foreach (var (index, proof) in run.Proofs.Index())
            {
                Suite(xml, index, proof, [.. run.Results.Where(result => result.Case.Rule == proof.Rule)], run.StartedAt);
            }

            xml.WriteEndElement();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Suite(XmlWriter xml, int index, RuleProof proof, List<CaseResult> results, DateTimeOffset startedAt)
    {
        var hasProofs = !proof.Lacking.IsEmpty;
        xml.WriteStartElement("testsuite");
        Attribute(xml, "id", Number(index));
        Attribute(xml, "package", "rules");
        Attribute(xml, "name", proof.Rule);
        Attribute(xml, "hostname", "localhost");
        Attribute(xml, "timestamp", startedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        Attribute(xml, "tests", Number(results.Count + (hasProofs ? 1 : 0)));
        Attribute(xml, "failures", Number(results.Count(result => result is { IsPassed: false, Fault: null })));
        Attribute(xml, "errors", Number(results.Count(result => result.Fault is not null)));
        Attribute(xml, "skipped", Number(hasProofs ? 1 : 0));
        Attribute(xml, "time", Seconds(results.Sum(result => result.Elapsed.TotalSeconds)));
        xml.WriteStartElement("properties");
        xml.WriteEndElement();
        foreach (var result in results)
        {
            Case(xml, result);
        }

        if (hasProofs)
        {
            Start(xml, proof.Rule, "is proven by its cases", 0);
            xml.WriteStartElement("skipped");
            Attribute(xml, "message", $"{CaseWords.Of(proof.Place)}: {proof.Rule} {CaseWords.Lacking(proof)}");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteStartElement("system-out");
        xml.WriteFullEndElement();
        xml.WriteStartElement("system-err");
        xml.WriteFullEndElement();
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, CaseResult result)
    {
        Start(xml, result.Case.Rule, result.Case.Name, result.Elapsed.TotalSeconds);
        if (result.Fault is { } fault)
        {
            Detail(xml, "error", "case", CaseWords.Of(fault), $"{CaseWords.Of(fault.Place)} {CaseWords.Of(fault)}");
        }
        else if (!result.IsPassed)
        {
            Detail(xml, "failure", "expectation", string.Join("; ", result.Mismatches.Select(CaseWords.Of)), string.Join('\n', result.Mismatches.Select(Lines)));
        }

        xml.WriteEndElement();
    }

    private static string Lines(CaseMismatch mismatch)
    {
        var text = $"{CaseWords.Of(mismatch.Place)} {CaseWords.Of(mismatch)}";
        return mismatch switch
        {
            { What: not "verdict" } => $"{text}\n- {UntrustedText.Visible(mismatch.Expected)}\n+ {UntrustedText.Visible(mismatch.Actual)}",
            { Because: { } because } => $"{text}\nbecause {UntrustedText.Visible(because)}",
            _ => text,
        };
    }

    private static void Start(XmlWriter xml, string rule, string name, double seconds)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", name);
        Attribute(xml, "classname", rule);
        Attribute(xml, "time", Seconds(seconds));
    }

    private static void Detail(XmlWriter xml, string element, string type, string message, string text)
    {
        xml.WriteStartElement(element);
        Attribute(xml, "type", type);
        Attribute(xml, "message", message);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    // XML cannot carry most control characters, not even as references; spelled out, they are seen and harmless.
    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, UntrustedText.Visible(value));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // Jenkins takes three decimals at most.
    private static string Seconds(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
