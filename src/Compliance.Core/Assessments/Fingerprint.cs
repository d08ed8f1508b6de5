using System.Security.Cryptography;
using System.Text;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>
/// The identity of a finding over time: rule, subject and the key of the subject's case. No message, no line, no value, so that
/// rewording a rule or moving a line of the policy makes nothing new.
/// </summary>
internal static class Fingerprint
{
    private const int Length = 16;

    public static string Of(RuleResult result)
    {
        var identity = $"{result.Rule.Id}\n{result.Subject.Id}\n{result.CaseKey}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..Length];
    }
}
