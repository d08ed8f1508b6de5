using Compliance.Cel;

namespace Compliance.Core.Model;

/// <summary>One way to put a fault right.</summary>
/// <param name="When">whether it applies; null: always</param>
/// <param name="Text">a command or a step; each value in it is quoted for a shell</param>
public sealed record RuleFix(CelProgram? When, MessageTemplate Text);
