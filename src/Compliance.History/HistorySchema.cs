using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Compliance.History;

/// <summary>The tables, and how they came to be: version by version, forward only. A script that was released never changes.</summary>
internal static class HistorySchema
{
    // "pvec": what `file` shows of it, and what keeps another program's database from being taken for a history.
    private const int ApplicationId = 0x70766563;

    private const string Version1 =
        """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            as_of INTEGER NOT NULL, collected_at INTEGER NOT NULL, program TEXT NOT NULL,
            policy TEXT NOT NULL, policy_version TEXT, policy_digest TEXT NOT NULL,
            estate TEXT NOT NULL, estate_digest TEXT NOT NULL,
            fail_on TEXT NOT NULL, gate TEXT NOT NULL, exit_code INTEGER NOT NULL,
            rules INTEGER NOT NULL, subjects INTEGER NOT NULL, pass INTEGER NOT NULL, fail INTEGER NOT NULL,
            unknown INTEGER NOT NULL, not_applicable INTEGER NOT NULL, waived INTEGER NOT NULL,
            collecting INTEGER NOT NULL, judging INTEGER NOT NULL);
        CREATE INDEX run_of ON run (estate, policy, as_of, id);
        CREATE TABLE rule_count (
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, rule TEXT NOT NULL,
            pass INTEGER NOT NULL, fail INTEGER NOT NULL, unknown INTEGER NOT NULL, not_applicable INTEGER NOT NULL,
            PRIMARY KEY (run, rule)) WITHOUT ROWID;
        CREATE TABLE clause_count (
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, place INTEGER NOT NULL, clause TEXT NOT NULL,
            pass INTEGER NOT NULL, fail INTEGER NOT NULL, unknown INTEGER NOT NULL, not_applicable INTEGER NOT NULL,
            PRIMARY KEY (run, place)) WITHOUT ROWID;
        CREATE TABLE finding (
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, place INTEGER NOT NULL,
            fingerprint TEXT NOT NULL, rule TEXT NOT NULL,
            subject_kind TEXT NOT NULL, subject TEXT NOT NULL, subject_name TEXT, tier INTEGER,
            verdict TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, expected TEXT, actual TEXT,
            endpoint TEXT, field TEXT, policy_file TEXT, policy_line INTEGER, policy_column INTEGER, waived_until TEXT,
            PRIMARY KEY (run, place)) WITHOUT ROWID;
        """;

    // What the ledger needs: proof that a finding was looked at again, and what stays of runs that are pruned.
    private const string Version2 =
        """
        ALTER TABLE run ADD COLUMN is_pruned INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE held (
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, fingerprint TEXT NOT NULL, rule TEXT NOT NULL, holds INTEGER NOT NULL,
            expected TEXT, actual TEXT,
            PRIMARY KEY (run, fingerprint)) WITHOUT ROWID;
        CREATE TABLE tracked (
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
            first_run INTEGER NOT NULL REFERENCES run, since_run INTEGER NOT NULL REFERENCES run,
            last_run INTEGER NOT NULL REFERENCES run, cleared_run INTEGER REFERENCES run,
            fingerprint TEXT NOT NULL, rule TEXT NOT NULL,
            subject_kind TEXT NOT NULL, subject TEXT NOT NULL, subject_name TEXT, tier INTEGER,
            verdict TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, expected TEXT, actual TEXT,
            endpoint TEXT, field TEXT, policy_file TEXT, policy_line INTEGER, policy_column INTEGER, waived_until TEXT,
            PRIMARY KEY (run, fingerprint, verdict)) WITHOUT ROWID;
        """;

    // Who was told of a run: a channel that did not take a notice is told by the next run.
    private const string Version3 =
        """
        CREATE TABLE notice (
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, channel TEXT NOT NULL, state TEXT NOT NULL, note TEXT,
            PRIMARY KEY (run, channel)) WITHOUT ROWID;
        """;

    // What is said of a finding is mostly the same night after night: it is kept once, and runs point at it. Rows that nothing points at any more
    // go when runs are pruned; the index is for that, and for SQLite, which looks whether something still points at what goes.
    private const string Version4 =
        """
        CREATE TABLE said (
            id INTEGER PRIMARY KEY,
            fingerprint TEXT NOT NULL, rule TEXT NOT NULL,
            subject_kind TEXT NOT NULL, subject TEXT NOT NULL, subject_name TEXT, tier INTEGER,
            verdict TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, expected TEXT, actual TEXT,
            endpoint TEXT, field TEXT, policy_file TEXT, policy_line INTEGER, policy_column INTEGER, waived_until TEXT);
        INSERT INTO said (fingerprint, rule, subject_kind, subject, subject_name, tier, verdict, severity, message, expected, actual,
            endpoint, field, policy_file, policy_line, policy_column, waived_until)
        SELECT fingerprint, rule, subject_kind, subject, subject_name, tier, verdict, severity, message, expected, actual,
            endpoint, field, policy_file, policy_line, policy_column, waived_until
        FROM finding GROUP BY fingerprint, rule, subject_kind, subject, subject_name, tier, verdict, severity, message, expected, actual,
            endpoint, field, policy_file, policy_line, policy_column, waived_until ORDER BY min(run), min(place);
        CREATE INDEX said_of ON said (fingerprint);
        CREATE TABLE found (
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, place INTEGER NOT NULL, said INTEGER NOT NULL REFERENCES said,
            PRIMARY KEY (run, place)) WITHOUT ROWID;
        INSERT INTO found SELECT f.run, f.place, s.id FROM finding f JOIN said s ON s.fingerprint = f.fingerprint AND s.rule = f.rule
            AND s.subject_kind = f.subject_kind AND s.subject = f.subject AND s.subject_name IS f.subject_name AND s.tier IS f.tier
            AND s.verdict = f.verdict AND s.severity = f.severity AND s.message = f.message AND s.expected IS f.expected AND s.actual IS f.actual
            AND s.endpoint IS f.endpoint AND s.field IS f.field AND s.policy_file IS f.policy_file AND s.policy_line IS f.policy_line
            AND s.policy_column IS f.policy_column AND s.waived_until IS f.waived_until;
        CREATE INDEX found_said ON found (said);
        DROP TABLE finding;
        """;

    /// <summary>Script n brings version n to n + 1.</summary>
    private static readonly ImmutableArray<string> Scripts = [Version1, Version2, Version3, Version4];

    public static int Current => Scripts.Length;

    /// <summary>0 for a file that holds nothing yet.</summary>
    /// <exception cref="HistoryException">another program's, or of a newer version of this one</exception>
    public static int VersionOf(SqliteConnection connection, string path)
    {
        var version = (int)connection.Number("PRAGMA user_version");
        var application = (int)connection.Number("PRAGMA application_id");
        var isEmpty = connection.Number("SELECT count(*) FROM sqlite_master") == 0;
        if (isEmpty && version == 0 && application == 0)
        {
            return 0;
        }

        if (application != ApplicationId || version < 1)
        {
            throw HistoryException.BadFile($"{path} is a database of another program, not a history: name another file.");
        }

        return version <= Current
            ? version
            : throw HistoryException.BadFile(
                $"{path} was written by a newer pve-compliance (version {version} of the file, this one knows {Current}): use that version, or another file.");
    }

    /// <summary>Brings the file to the current version, within the caller's transaction: all steps or none.</summary>
    public static void Prepare(SqliteConnection connection, string path) => Prepare(connection, path, Scripts);

    internal static void Prepare(SqliteConnection connection, string path, ImmutableArray<string> scripts)
    {
        var version = VersionOf(connection, path);
        if (version >= scripts.Length)
        {
            return;
        }

        foreach (var script in scripts.Skip(version))
        {
            connection.Execute(script);
        }

        connection.Execute($"PRAGMA application_id={ApplicationId}");
        connection.Execute($"PRAGMA user_version={scripts.Length}");
    }
}
