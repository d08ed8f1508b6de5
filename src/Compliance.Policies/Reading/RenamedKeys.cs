namespace Compliance.Policies;

/// <summary>
/// Keys that go by another name elsewhere and mean exactly the same, value included. What only looks alike is not here:
/// <c>maxfiles</c> counts archives whatever their age, <c>mailto</c> is a job's and not a promise, <c>keep-last</c> has no word of ours.
/// </summary>
internal static class RenamedKeys
{
    /// <summary>The mapping's noun, the other name, ours, and whose word the other one is.</summary>
    private static readonly (string Noun, string Other, string Ours, string Whose)[] Table =
    [
        // pve-manager PVE/VZDump.pm, options of vzdump and lines of jobs.cfg
        ("backup", "storage", "target", "vzdump's"),
        ("backup", "compress", "compression", "vzdump's"),
        ("tier", "storage", "target", "vzdump's"),
        ("tier", "compress", "compression", "vzdump's"),
        // pve-storage PVE/API2/Storage/Config.pm: a storage's id in answers of the API
        ("storage", "storage", "id", "the API's"),
        // sanoid.conf, and what people say for it
        ("retention", "daily", "keep-daily", "sanoid's"),
        ("retention", "weekly", "keep-weekly", "sanoid's"),
        ("retention", "monthly", "keep-monthly", "sanoid's"),
        ("retention", "keep-day", "keep-daily", "another"),
        ("retention", "keep-week", "keep-weekly", "another"),
        ("retention", "keep-month", "keep-monthly", "another"),
    ];

    /// <summary>Our name of the key and whose word it is; null when it is nobody's.</summary>
    public static (string Ours, string Whose)? Find(string noun, string key)
    {
        foreach (var (itsNoun, other, ours, whose) in Table)
        {
            if (itsNoun == noun && other == key)
            {
                return (ours, whose);
            }
        }

        return null;
    }
}
