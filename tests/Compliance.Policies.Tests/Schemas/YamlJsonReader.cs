using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>
/// Hands YAML to Newtonsoft as JSON tokens with YAML positions, so that NJsonSchema reports lines of the YAML file. Reads the
/// parser's events itself and types scalars by the core schema of YAML 1.2, independently of the loader under test.
/// </summary>
internal sealed class YamlJsonReader(string yaml) : JsonReader, IJsonLineInfo
{
    private readonly Parser _parser = new(new Scanner(new StringReader(yaml), skipComments: true));
    private readonly Stack<bool> _isMapping = new(); // one per open collection

    public int LineNumber { get; private set; }

    public int LinePosition { get; private set; }

    public bool HasLineInfo() => true;

    public override bool Read()
    {
        while (_parser.MoveNext())
        {
            var current = _parser.Current!;
            (LineNumber, LinePosition) = ((int)current.Start.Line, (int)current.Start.Column);
            switch (current)
            {
                case MappingStart:
                    SetToken(JsonToken.StartObject);
                    _isMapping.Push(true);
                    return true;
                case SequenceStart:
                    SetToken(JsonToken.StartArray);
                    _isMapping.Push(false);
                    return true;
                case MappingEnd:
                    SetToken(JsonToken.EndObject);
                    _isMapping.Pop();
                    return true;
                case SequenceEnd:
                    SetToken(JsonToken.EndArray);
                    _isMapping.Pop();
                    return true;
                case Scalar scalar:
                    SetScalar(scalar);
                    return true;
                default:
                    break; // start and end of stream and document
            }
        }

        return false;
    }

    private void SetScalar(Scalar scalar)
    {
        if (_isMapping.TryPeek(out var isKeyed) && isKeyed && CurrentState != State.Property)
        {
            SetToken(JsonToken.PropertyName, scalar.Value);
            return;
        }

        if (scalar.Style != ScalarStyle.Plain)
        {
            SetToken(JsonToken.String, scalar.Value);
        }
        else if (scalar.Value is "" or "~" or "null" or "Null" or "NULL")
        {
            SetToken(JsonToken.Null);
        }
        else if (scalar.Value.ToUpperInvariant() is "TRUE" or "FALSE")
        {
            SetToken(JsonToken.Boolean, scalar.Value[0] is 't' or 'T');
        }
        else if (Regex.IsMatch(scalar.Value, "^-?(0|[1-9][0-9]*)$"))
        {
            SetInteger(BigInteger.Parse(scalar.Value, CultureInfo.InvariantCulture));
        }
        else if (Regex.IsMatch(scalar.Value, @"^[-+]?(\.[0-9]+|[0-9]+\.[0-9]*|(\.[0-9]+|[0-9]+(\.[0-9]*)?)[eE][-+]?[0-9]+)$"))
        {
            SetToken(JsonToken.Float, double.Parse(scalar.Value, CultureInfo.InvariantCulture));
        }
        else if (Regex.IsMatch(scalar.Value, @"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$"))
        {
            SetToken(JsonToken.Float, 1.5); // JSON has no such number; it is none that any setting takes
        }
        else
        {
            SetToken(JsonToken.String, scalar.Value);
        }
    }

    private void SetInteger(BigInteger number)
    {
        if (number <= long.MaxValue && number >= long.MinValue)
        {
            SetToken(JsonToken.Integer, (long)number);
        }
        else
        {
            SetToken(JsonToken.Float, (double)number); // NJsonSchema cannot compare a BigInteger
        }
    }
}
