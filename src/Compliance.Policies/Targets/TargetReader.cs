using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads <c>targets:</c>.</summary>
internal static class TargetReader
{
    public static readonly ValueReader<ImmutableArray<ClusterTarget>> Targets = Lists.OfRecords(Target);

    private static readonly ValueReader<Placed<string>?> Path = Values.Of(TextForms.FilePath);

    /// <summary>One fingerprint, or one for each node.</summary>
    private static readonly ValueReader<ImmutableArray<Placed<string>>> Fingerprints = (node, field) =>
        node is YamlSequence ? Lists.Of(Values.Of(TextForms.CertificateFingerprint))(node, field)
        : Values.Of(TextForms.CertificateFingerprint)(node, field) is { } one ? [one]
        : [];

    private static ClusterTarget? Target(YamlNode node, Field field)
    {
        if (Fields.Of(node, "target", field) is not { } fields)
        {
            return null;
        }

        var name = fields.Required("name", Values.Of(TextForms.TargetName), "Name it, such as name: north.");
        var target = new ClusterTarget
        {
            Name = name ?? new Placed<string>("", fields.Place),
            Urls = fields.List("urls", Values.Of(TextForms.ClusterAddress)),
            TokenFile = fields.Optional("token-file", Path),
            Fingerprints = fields.Optional("fingerprint", Fingerprints) is { IsDefault: false } pins ? pins : [],
            Authority = fields.Optional("ca", Path),
            TimeoutSeconds = fields.Optional("timeout", Values.Integer(1, 3600)),
            BackupServerTokenFile = fields.Optional("pbs-token-file", Path),
            Inventory = fields.Optional("inventory", Path),
            MaxAge = fields.Optional("max-age", Values.Duration),
            Policy = fields.Optional("policy", Path),
            Place = fields.Place,
        };
        fields.Close();
        if (TargetChecks.FaultOf(fields) is { } fault)
        {
            fields.Problems.Add(
                ProblemCodes.TargetUnclear, fields.Place, fault,
                "Write urls and token-file, and fingerprint or ca if need be; or inventory alone.");
            return null;
        }

        return name is null ? null : target;
    }
}
