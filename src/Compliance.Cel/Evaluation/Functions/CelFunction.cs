namespace Compliance.Cel.Evaluation.Functions;

/// <summary>The body of a function: gets values only, gives a value or an error.</summary>
internal delegate CelValue CelFunction(ReadOnlySpan<CelValue> arguments, Frame frame);
