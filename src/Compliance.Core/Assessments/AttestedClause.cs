using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>Finds what people attest of a clause, as of the moment judged.</summary>
internal static class AttestedClause
{
    /// <summary>Of several that hold, and of several that ended, the one that reaches furthest; null when there is none, or none yet.</summary>
    public static ClauseAttestation? Of(Clause clause, Estate estate)
    {
        var today = DateOnly.FromDateTime(estate.AsOf.UtcDateTime);
        var all = estate.Evidence.Attestations.Where(one => one.Clause.Value == clause.Id).OrderByDescending(one => one.Expires.Value).ToList();
        return all.Find(one => one.HoldsAt(estate.AsOf)) is { } holding
            ? new ClauseAttestation(true, $"{holding.Owner.Value} attests until {holding.Expires.Value:yyyy-MM-dd}: {holding.Statement.Value} ({Where(holding)})")
            : all.Find(one => one.Expires.Value < today) is { } ended
            ? new ClauseAttestation(false, $"{ended.Owner.Value} attested it until {ended.Expires.Value:yyyy-MM-dd}, and nobody does since ({Where(ended)})")
            : null;
    }

    private static string Where(Attestation attestation) => $"{attestation.Place.File}:{attestation.Place.Line}";
}
