namespace Compliance.Core.Model;

/// <summary>What two runs judged differently. When nothing moved, it was time: a restore point got old, a waiver ended.</summary>
/// <param name="Policy">anything in the policy repository</param>
/// <param name="Live">anything in the inventory, every backup and task included</param>
/// <param name="Program">this program, with its built-in rules</param>
public readonly record struct Movement(bool Policy, bool Live, bool Program)
{
    public bool IsTimeOnly => this is { Policy: false, Live: false, Program: false };

    public static Movement Between(RunMark one, RunMark other) => new(
        one.PolicyDigest != other.PolicyDigest, one.EstateDigest != other.EstateDigest, one.Program != other.Program);
}
