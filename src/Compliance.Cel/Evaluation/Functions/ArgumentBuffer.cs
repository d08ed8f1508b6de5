using System.Runtime.CompilerServices;

namespace Compliance.Cel.Evaluation.Functions;

/// <summary>Room on the stack for the arguments of any function: <c>replace</c> with its limit has four.</summary>
[InlineArray(4)]
internal struct ArgumentBuffer
{
    private CelValue first;
}
