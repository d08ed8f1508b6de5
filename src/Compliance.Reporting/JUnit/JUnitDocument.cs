using System.Globalization;
using System.Text;
using System.Xml;

namespace Compliance.Reporting;

/// <summary>JUnit XML, in the form that both common schemas take.</summary>
internal static class JUnitDocument
{
    public const string Name = "junit";

    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static void Write(IEnumerable<JUnitSuite> suites, Stream output)
    {
        using (var xml = XmlWriter.Create(output, Writing))
        {
            xml.WriteStartElement("testsuites");
            foreach (var (index, suite) in suites.Index())
            {
                Suite(xml, index, suite);
            }

            xml.WriteEndElement();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Suite(XmlWriter xml, int index, JUnitSuite suite)
    {
        int Count(JUnitResult result) => suite.Cases.Count(one => one.Result == result);
        xml.WriteStartElement("testsuite");
        Attribute(xml, "id", Number(index));
        Attribute(xml, "package", suite.Package);
        Attribute(xml, "name", suite.Name);
        Attribute(xml, "hostname", "localhost");
        Attribute(xml, "timestamp", suite.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        Attribute(xml, "tests", Number(suite.Cases.Length));
        Attribute(xml, "failures", Number(Count(JUnitResult.Failure)));
        Attribute(xml, "errors", Number(Count(JUnitResult.Error)));
        Attribute(xml, "skipped", Number(Count(JUnitResult.Skipped)));
        Attribute(xml, "time", Seconds(suite.Cases.Sum(one => one.Elapsed.TotalSeconds)));
        xml.WriteStartElement("properties");
        foreach (var (name, value) in suite.Properties)
        {
            xml.WriteStartElement("property");
            Attribute(xml, "name", name);
            Attribute(xml, "value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        foreach (var one in suite.Cases)
        {
            Case(xml, one);
        }

        xml.WriteStartElement("system-out");
        xml.WriteFullEndElement();
        xml.WriteStartElement("system-err");
        xml.WriteFullEndElement();
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, JUnitCase one)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", one.Name);
        Attribute(xml, "classname", one.ClassName);
        Attribute(xml, "time", Seconds(one.Elapsed.TotalSeconds));
        if (one.Result == JUnitResult.Skipped)
        {
            xml.WriteStartElement("skipped");
            Attribute(xml, "message", one.Message);
            xml.WriteEndElement();
        }
        else if (one.Result != JUnitResult.Passed)
        {
            xml.WriteStartElement(one.Result == JUnitResult.Error ? "error" : "failure");
            Attribute(xml, "type", one.Type);
            Attribute(xml, "message", one.Message);
            xml.WriteString(Lines(one.Text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // XML cannot carry most control characters, not even as references; spelled out, they are seen and harmless.
    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, UntrustedText.Visible(value));

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(UntrustedText.Visible));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // Jenkins takes three decimals at most.
    private static string Seconds(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
