using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A comment that accepts one kind of problem on one line.</summary>
/// <param name="Line">the line it speaks for; 0 for none, when nothing follows it</param>
internal sealed record LineSuppression(Placed<string> Code, string Reason, int Line, Place Place);
