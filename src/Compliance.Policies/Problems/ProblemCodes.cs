using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Every fault the loader can report, in one table. Codes are stable: none is ever renumbered or reused.</summary>
public static class ProblemCodes
{
    public static readonly ProblemCode PolicyMissing = Error("POL001", "no policy",
        "The path given has no policy. A policy repository is a folder with a policy.yaml in it; give that folder, or the file itself.");

    public static readonly ProblemCode Unreadable = Error("POL002", "unreadable file",
        "The file or folder is there but could not be read. Nothing was judged with it: a policy that is read by half is no policy.");

    public static readonly ProblemCode TooLarge = Error("POL003", "file too large",
        "Files of a policy repository are written by people; more than 1 MiB is a mistake, such as a backup archive under the wrong name.");

    public static readonly ProblemCode NotUtf8 = Error("POL004", "not UTF-8",
        "YAML files are read as UTF-8. Save the file as UTF-8 in the editor; UTF-16 and Latin-1 are not read.");

    public static readonly ProblemCode ForbiddenCharacter = Error("POL005", "forbidden character",
        "The file holds a control character or an exotic line separator. YAML forbids the first, and editors disagree on where a line ends with the second.");

    public static readonly ProblemCode Syntax = Error("POL006", "not YAML",
        "The file is not valid YAML at this place. Nothing after it was read, so further problems may follow once it is mended.");

    public static readonly ProblemCode EmptyFile = Error("POL007", "empty file",
        "The file holds nothing but white space or comments. Empty is not compliant: an empty policy demands nothing.");

    public static readonly ProblemCode SeveralDocuments = Error("POL008", "several documents",
        "YAML allows several documents in a file, separated by \"---\". Only one is read here, so that nothing after a separator is ignored in silence.");

    public static readonly ProblemCode TooDeep = Error("POL009", "nested too deeply",
        "The file nests lists and mappings deeper than 32 levels. Nothing that is read here needs more than six.");

    public static readonly ProblemCode YamlFeature = Error("POL010", "YAML feature not supported",
        "Anchors, aliases, merge keys, tags and directives let a line mean something that is written elsewhere. A policy is read by auditors: each line says what it means.");

    public static readonly ProblemCode DuplicateKey = Error("POL011", "key set twice",
        "The same key stands twice in one mapping. YAML readers disagree on which of the two counts; neither is taken here.");

    public static readonly ProblemCode UnknownKey = Error("POL012", "unknown key",
        "The key is not a setting of this place. A misspelt setting that is ignored is a demand that nobody checks, so it is an error.");

    public static readonly ProblemCode BadKey = Error("POL013", "key is not a word",
        "A key must be a plain word. YAML also allows lists, mappings and nothing at all as keys; no setting is called so.");

    public static readonly ProblemCode MissingKey = Error("POL014", "required key missing",
        "A setting that has no default is not written. There is nothing safe to assume in its place.");

    public static readonly ProblemCode WrongType = Error("POL015", "wrong type",
        "The value is of another type than the setting: text for a number, a single value for a list, a number for text. Only unquoted words are numbers or booleans; quoted ones are always text.");

    public static readonly ProblemCode Ambiguous = Error("POL016", "ambiguous word",
        "YAML 1.1 readers take yes, no, on, off for booleans and 012, 0x1f, 1_0 for numbers in other bases; YAML 1.2 readers do not. Write true or false, or a plain decimal number.");

    public static readonly ProblemCode Empty = Error("POL017", "nothing written",
        "A key without a value, an empty list or empty text demands nothing while it looks as if it did. Remove the key when nothing is demanded.");

    public static readonly ProblemCode OutOfRange = Error("POL018", "number out of range",
        "The number is outside what the setting allows.");

    public static readonly ProblemCode UnknownValue = Error("POL019", "unknown value",
        "The setting takes one of a few words, and this is none of them.");

    public static readonly ProblemCode BadDuration = Error("POL020", "not a duration",
        "A duration is days, hours and minutes, in that order and each at most once: 90d, 6h, 30m, 1d12h. It is longer than nothing, and has no blanks.");

    public static readonly ProblemCode BadName = Error("POL021", "malformed name",
        "The text does not have the form that Proxmox VE, or this tool, gives to such names, so it could never match anything.");

    public static readonly ProblemCode RepeatedItem = Error("POL022", "listed twice",
        "The same value stands twice in one list. One of them was probably meant to be something else.");

    public static readonly ProblemCode NumberLikeText = Error("POL023", "text that looks like a number",
        "Words such as 012, 0x1f or 1_0 are numbers to some YAML readers and text to others. Where text is meant, write it in quotes.");

    public static readonly ProblemCode BadMoment = Error("POL024", "not a moment",
        "A moment is a date, a time and its zone: 2026-11-23T06:00:00Z, or with an offset instead of the Z. Without a zone it could mean one of two dozen moments.");

    public static readonly ProblemCode DuplicateTier = Error("POL030", "tier defined twice",
        "Two entries of tiers have the same number. Guests of that tier would have two retentions and two schedules.");

    public static readonly ProblemCode DuplicateStorage = Error("POL031", "storage described twice",
        "Two entries of storages have the same id. Write all demands on one storage in one entry.");

    public static readonly ProblemCode ServiceWithoutGuest = Error("POL032", "service without guest",
        "A service the runbook names must say which guest runs it, or nobody can check that it is backed up. Only a service marked future: true may lack one.");

    public static readonly ProblemCode TierOfNothing = Error("POL033", "tier of nothing",
        "A tier needs members: hosts, guests or services. A tier without any demands something of nobody, and would always look compliant.");

    public static readonly ProblemCode TiersOverlap = Error("POL034", "tiers overlap",
        "The same tag, pool, name or vmid selects guests for two tiers, or for a tier and an exemption. Every guest it selects would be in both; tiers are a partition (RB-23).");

    public static readonly ProblemCode StorageUndescribed = Warning("POL035", "target not described",
        "Backups go to a storage for which the policy demands nothing: not a disk of its own, not a mount point, not a file system. Describe it under storages, or the storage clauses are not judged for it.");

    public static readonly ProblemCode HostPathsMismatch = Error("POL036", "host paths without hosts",
        "A tier that names hosts must say which of their paths are backed up (host-paths), and paths and archives (host-archives) need hosts. One without the other demands nothing.");

    public static readonly ProblemCode RetentionKeepsNothing = Error("POL037", "retention keeps nothing",
        "All keep values of the tier are 0. Proxmox VE reads a retention without any keep value as \"keep all\", which is surely not what is meant.");

    public static readonly ProblemCode PhaseWithoutPbs = Error("POL038", "phase without pbs storage",
        "In the phases transition and pbs the policy must name the storage of Proxmox Backup Server (pbs: storage), or nothing about it can be judged.");

    public static readonly ProblemCode ReferenceMissing = Error("POL039", "file or folder not there",
        "The policy or a case names a file or folder that is not in the repository. What should have been read from it was not.");

    public static readonly ProblemCode UnknownRule = Error("POL040", "unknown rule",
        "A setting or a case names a rule that is neither built in nor in the repository, so it would have no effect while it looks as if it had one.");

    public static readonly ProblemCode DuplicateRuleSetting = Error("POL041", "rule set twice",
        "Two entries of rules: are about the same rule. Nobody could tell which of the two counts.");

    public static readonly ProblemCode SettingWithoutEffect = Warning("POL042", "setting without effect",
        "The entry of rules: gives the rule what it has anyway. Remove it, or the reader looks for a change where there is none.");

    public static readonly ProblemCode RuleCannotBeWeakened = Error("POL043", "rule cannot be weakened",
        "The rule says waivable: false. What may not be waived for one guest may not be turned off or made lighter for all of them either.");

    public static readonly ProblemCode HostArchivePlaceUnclear = Error("POL044", "unclear place of host archives",
        "A place of host-archives is either a directory, with the storage it lies on, or a datastore of Proxmox Backup Server. What is both, or neither, could not be read.");

    public static readonly ProblemCode BadRuleId = Error("POL101", "malformed rule id",
        "A rule id is two to five capital letters and three digits, such as ACME101. It is what waivers and baselines refer to, so it stays for ever.");

    public static readonly ProblemCode ReservedRuleId = Error("POL102", "reserved rule id",
        "Ids that begin with BKP belong to the built-in rules, and POL to problems like this one. Give own rules a prefix of their own.");

    public static readonly ProblemCode DuplicateRuleId = Error("POL103", "rule id used twice",
        "Two rule files have the same id. Waivers and baselines could not tell their findings apart.");

    public static readonly ProblemCode UnbalancedBrace = Error("POL104", "unbalanced brace",
        "In message, fix, expected and actual, {expression} is replaced by its value. A brace that should be printed is doubled: {{ or }}.");

    public static readonly ProblemCode UnknownClause = Error("POL105", "unknown clause",
        "The rule cites a clause that the runbook does not have. A report lists all of them, under Runbook.");

    public static readonly ProblemCode RuleFileName = Warning("POL106", "file not named for its rule",
        "The file of a rule, or of its cases, is found by the rule's id: its name should begin with it, such as ACME101-job-name-differs.yaml.");

    public static readonly ProblemCode FileNotRead = Error("POL107", "file not read",
        "Only files that end in .yaml are read in the folders of a policy repository. A rule or a case that is skipped in silence is a check that never fails.");

    public static readonly ProblemCode BadExpression = Error("POL108", "expression does not compile",
        "An expression of a rule names something that is not there, compares what cannot be compared, or has a part that can only fail. It is checked before anything runs, so that a misspelt fact never passes in silence. The facts command lists what a rule may name.");

    public static readonly ProblemCode ConstantCondition = Warning("POL109", "condition is constant",
        "The condition has the same outcome for every subject, whatever the live system looks like. Such a rule checks nothing.");

    public static readonly ProblemCode DuplicateFault = Error("POL110", "fault name used twice",
        "Two rules call their fault the same, or one of your own calls it as a built-in rule does. Reports and explain name findings by it.");

    public static readonly ProblemCode RuleForNothing = Error("POL111", "rule that nothing judges by",
        "A rule with check: false is judged by ready alone, before the changes that before: names. Without any it would never be judged, and look as if it were.");

    public static readonly ProblemCode BadPath = Error("POL120", "malformed path",
        "A case says what it changes by a path: members separated by dots, rows of a list chosen by a member's value, such as jobs.rows[id=backup-tier1].storage, or [*] for all rows.");

    public static readonly ProblemCode DuplicateCase = Error("POL121", "case named twice",
        "Two cases of a rule have the same name. A report of the run could not tell them apart.");

    public static readonly ProblemCode PathLeadsNowhere = Error("POL122", "path leads nowhere",
        "The path of a case leads to nothing in the inventory or the policy it changes. A change that is made nowhere proves nothing. Only the last step of set: may be new.");

    public static readonly ProblemCode BadDay = Error("POL200", "not a day",
        "A day is written as year, month and day of the calendar: 2026-11-23. One that does not exist would make a record begin or end at a moment nobody meant.");

    public static readonly ProblemCode DatesReversed = Error("POL201", "end before beginning",
        "A record of evidence ends before it begins: a test is finished before it is started, or an attestation expires before it holds. It could never count.");

    public static readonly ProblemCode EvidenceTierUnknown = Error("POL202", "evidence for an unknown tier",
        "A restore test speaks for a tier that the policy does not have, so it would prove nothing while it looks as if it did.");

    public static readonly ProblemCode AttestedClauseUnknown = Error("POL203", "evidence for an unknown clause",
        "An attestation speaks for a clause that the runbook does not have. A report lists all of them, under Runbook.");

    public static readonly ProblemCode WaiverEndsBeforeItBegins = Error("POL241", "waiver ends before it begins",
        "The last day of the waiver is before the day it is made, so it would never cover anything.");

    public static readonly ProblemCode WaiverTooLong = Error("POL242", "waiver too long",
        "From the day it is made to its last day the waiver lasts longer than the policy allows (waivers: max-days, 365 by default). A waiver that nobody has to look at again is a rule that is off.");

    public static readonly ProblemCode RuleNotWaivable = Error("POL243", "rule may not be waived",
        "The rule says waivable: false. Other rules stand on what it finds: where it fails they judge less, so a waiver would hide more than it names.");

    public static readonly ProblemCode WaiverOfEverything = Error("POL244", "waiver of everything",
        "A subject of nothing but stars and question marks waives the rule for every subject, also for those that come later. That is a rule turned off without saying so.");

    public static readonly ProblemCode WaiverWithoutEffect = Warning("POL245", "waiver without effect",
        "The policy turns the rule off, so it finds nothing that could be waived.");

    public static readonly ProblemCode DuplicateWaiver = Error("POL246", "waived twice",
        "Two waivers name the same rule and the same subject. Nobody could tell whose reason and which last day count.");

    public static readonly ProblemCode TooManyWaivers = Error("POL247", "too many waivers of a rule",
        "On some day more waivers of the rule hold than the policy allows (waivers: max-per-rule, 10 by default). Many small waivers turn a rule off as one large one does, and nobody decided that.");

    public static readonly ProblemCode DuplicateChange = Error("POL270", "change recorded twice",
        "Two change records have the same id. Whoever is referred to a record by its id would find two.");

    public static readonly ProblemCode ChangeWindowTurned = Error("POL271", "window ends before it begins",
        "The record's until lies before its made, so no change could ever lie in its window.");

    public static readonly ProblemCode ChangeSubjectMismatch = Error("POL272", "record about the wrong thing",
        "Target, retention and schedule belong to a job, a storage or a tier; a failed restore to the guest it was to make. A record about anything else would document nothing.");

    public static readonly ProblemCode ChangeOfUnknownTier = Error("POL273", "record of an unknown tier",
        "The record speaks of a tier that the policy does not have, so it documents no change.");

    public static readonly ProblemCode SecretWritten = Error("POL280", "secret written down",
        "A password, token or secret address must not stand in a repository: write where it is, { file: /path } or { env: NAME }. What stood there is not shown; whoever could read the repository knows it, so change it.");

    public static readonly ProblemCode AddressIsSecret = Error("POL281", "address that is a secret",
        "Whoever knows the address of a Slack or Teams webhook can post to it: it must not stand in a repository. Write where it is, { file: /path } or { env: NAME }.");

    public static readonly ProblemCode NoticeInClear = Error("POL282", "mail in clear text",
        "Mail to another machine goes by STARTTLS or TLS, or not at all: it names guests and what is wrong with their backups.");

    public static readonly ProblemCode DuplicateChannel = Error("POL283", "channel named twice",
        "Two channels have the same name. The history remembers by its name what a channel was told, and would mistake one for the other.");

    public static readonly ProblemCode RunbookNotAccepted = Warning("POL290", "runbook not accepted",
        "The policy points at its own runbook, but nothing holds which text of it the policy agrees with. Without that nobody notices when the runbook changes under the policy.");

    public static readonly ProblemCode RunbookChanged = Warning("POL291", "runbook changed under the policy",
        "A section of the runbook is not what it was when somebody last held the policy against it. The policy may still demand what the runbook said then.");

    public static readonly ProblemCode RunbookClauseNotFound = Warning("POL292", "clause not in the runbook",
        "The policy's own runbook has neither the heading that a clause stands under nor a line marked for it, so reports cannot say where the runbook states it, and a change of it is not noticed as one of that clause.");

    public static readonly ProblemCode RunbookMarkerUnknown = Warning("POL293", "marker of an unknown clause",
        "A line of the runbook is marked as stating a clause that does not exist, so the marker binds nothing.");

    public static readonly ProblemCode BadCalendar = Error("POL300", "not a calendar event",
        "The calendar of a tier is a calendar event of Proxmox VE: weekdays, date and time, such as 22:00, mon..fri 22:00 or *-*-1 04:00, or a word such as daily. Proxmox VE would refuse this one.");

    public static readonly ProblemCode CalendarNeverFires = Error("POL301", "calendar never fires",
        "No run comes by this calendar, or none after some day: a date that does not exist (02-30), a year that is past. Proxmox VE accepts it, and the job stays enabled without ever running.");

    public static readonly ProblemCode CalendarTooOften = Warning("POL302", "fires far more often than meant",
        "The calendar fires more than four times as often as the tier's schedule says. A bare number is a minute, not an hour: 22 is minute 22 of every hour. Points that are so close together also fill keep-daily and its like with other ones than meant.");

    public static readonly ProblemCode CalendarTooSeldom = Error("POL303", "calendar misses the schedule",
        "The schedule and the calendar of the tier contradict each other: between two runs of the calendar lies more than the schedule and its grace allow (RB-40, RB-41). No cluster can meet both, so every guest of the tier would be a finding for ever.");

    public static readonly ProblemCode KeepNeverDecides = Warning("POL304", "keep value decides nothing",
        "Schedule and pruning were simulated for a year from an empty storage, with the keep value and without it: the same restore points are there after every run. The others keep so much that it never comes to this one.");

    public static readonly ProblemCode KeepMeansOther = Info("POL305", "keep value counts runs, not its periods",
        "The schedule runs more seldom than the period that the keep value counts, so it keeps that many runs, however far they lie apart: keep-daily=5 of a weekly job keeps five weeks (RB-52). A count alone proves nothing about cadence; explain tier N shows the restore points that come of it.");

    public static readonly ProblemCode LowerTierKeepsMore = Warning("POL306", "lower tier keeps more",
        "A tier of less weight keeps more restore points of a kind, or reaches further back, than one of more weight. The runbook allows a lower tier reduced retention, not the other way round; two rows may be swapped.");

    public static readonly ProblemCode NoFallbackToStop = Info("POL307", "snapshot does not fall back to stop",
        "The runbook says \"stop only if snapshot fails\" (RB-44). Proxmox VE never falls back: where a snapshot fails, the backup of that guest fails. Who wants stop for a guest makes a job of its own in that mode, with a waiver or a change record that names the failed snapshot.");

    public static readonly ProblemCode CompressionOnPbs = Warning("POL308", "compression has no effect",
        "Proxmox Backup Server receives chunks and compresses them itself; the compression of a job that writes to it is ignored. What the tier says of it is judged by nothing.");

    public static readonly ProblemCode DemandOnPbs = Warning("POL309", "demand that cannot apply",
        "A storage of Proxmox Backup Server is reached over the network: on the nodes of the cluster it has no disk, no mount point, no path and no file system. Such a demand on it is never met, or never judged.");

    public static readonly ProblemCode NoPlaceForLocalCopy = Warning("POL310", "no place for the local copy",
        "The policy demands a local copy (RB-03, RB-72), but every tier's target is Proxmox Backup Server, and no other storage is described. One of the two is not meant.");

    public static readonly ProblemCode GraceTooLong = Warning("POL311", "grace hides a missed run",
        "The grace is as long as the schedule's own period or longer, so a whole run may be missed before anything is late. A daily schedule with a grace of a day demands a backup every second day.");

    public static readonly ProblemCode CalendarOnDemand = Warning("POL312", "calendar of a tier on demand",
        "The tier demands no schedule, and says when its jobs start all the same. Nothing is judged by the cadence of a tier on demand.");

    public static readonly ProblemCode PatternsOverlap = Warning("POL313", "name patterns overlap",
        "Two patterns for names, of two tiers or of a tier and an exemption, both match some names. A guest with such a name would be in both; tiers are a partition (RB-23).");

    public static readonly ProblemCode BadSuppression = Error("POL320", "malformed suppression",
        "A comment that begins with \"pve-compliance:\" turns off one kind of problem for one line: # pve-compliance: allow POL305 and the reason. Without a reason nobody can tell later whether it still holds.");

    public static readonly ProblemCode SuppressionOfUnknown = Error("POL321", "suppression of an unknown code",
        "There is no problem with this code, so the suppression has no effect while it looks as if it had one.");

    public static readonly ProblemCode NotSuppressible = Error("POL322", "problem may not be suppressed",
        "Only warnings and notes can be accepted. An error means that something is not read, or can never be right; a suppression would hide that it is not judged.");

    public static readonly ProblemCode SuppressionUnused = Warning("POL323", "suppression without effect",
        "The suppression hides nothing: the problem is gone, or it stands on another line. A comment speaks for its own line, or standing alone for the next line. Left behind it would hide the next problem of this kind unseen.");

    public static readonly ProblemCode SecretInTargets = Error("POL340", "secret in the targets file",
        "The file lists how clusters are reached, lies in a repository, and many may read it. Tokens and passwords do not belong there, in comments neither: a target names a file that holds its token.");

    public static readonly ProblemCode TargetUnclear = Error("POL341", "unclear target",
        "A target is a live cluster, with urls and a token-file of its own, or an inventory that somebody brought. What is both or neither could not be judged, or not as the reader thinks.");

    public static readonly ProblemCode DuplicateTarget = Error("POL342", "target listed twice",
        "Two targets have the same name. Reports and their files are named for targets: one would replace the other, and hide it.");

    public static readonly ProblemCode TargetTwice = Warning("POL343", "cluster asked twice",
        "Two targets ask the same address and judge it against the same policy. One of them was probably meant to be another cluster, which nobody judges then.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<ProblemCode> All { get; } =
    [
        PolicyMissing, Unreadable, TooLarge, NotUtf8, ForbiddenCharacter, Syntax, EmptyFile, SeveralDocuments, TooDeep, YamlFeature,
        DuplicateKey, UnknownKey, BadKey, MissingKey, WrongType, Ambiguous, Empty, OutOfRange, UnknownValue, BadDuration, BadName, RepeatedItem, NumberLikeText, BadMoment,
        DuplicateTier, DuplicateStorage, ServiceWithoutGuest, TierOfNothing, TiersOverlap, StorageUndescribed, HostPathsMismatch,
        RetentionKeepsNothing, PhaseWithoutPbs, ReferenceMissing, UnknownRule, DuplicateRuleSetting, SettingWithoutEffect, RuleCannotBeWeakened, HostArchivePlaceUnclear,
        BadRuleId, ReservedRuleId, DuplicateRuleId, UnbalancedBrace, UnknownClause, RuleFileName, FileNotRead, BadExpression, ConstantCondition, DuplicateFault, RuleForNothing,
        BadPath, DuplicateCase, PathLeadsNowhere,
        BadDay, DatesReversed, EvidenceTierUnknown, AttestedClauseUnknown,
        WaiverEndsBeforeItBegins, WaiverTooLong, RuleNotWaivable, WaiverOfEverything, WaiverWithoutEffect, DuplicateWaiver, TooManyWaivers,
        DuplicateChange, ChangeWindowTurned, ChangeSubjectMismatch, ChangeOfUnknownTier,
        SecretWritten, AddressIsSecret, NoticeInClear, DuplicateChannel,
        RunbookNotAccepted, RunbookChanged, RunbookClauseNotFound, RunbookMarkerUnknown,
        BadCalendar, CalendarNeverFires, CalendarTooOften, CalendarTooSeldom, KeepNeverDecides, KeepMeansOther, LowerTierKeepsMore, NoFallbackToStop,
        CompressionOnPbs, DemandOnPbs, NoPlaceForLocalCopy, GraceTooLong, CalendarOnDemand, PatternsOverlap,
        BadSuppression, SuppressionOfUnknown, NotSuppressible, SuppressionUnused,
        SecretInTargets, TargetUnclear, DuplicateTarget, TargetTwice,
    ];

    /// <summary>The entry of a code, whatever its case; null when there is none.</summary>
    public static ProblemCode? Find(string code) => All.FirstOrDefault(entry => string.Equals(entry.Code, code, StringComparison.OrdinalIgnoreCase));

    private static ProblemCode Error(string code, string title, string explanation) => new(code, Severity.Error, title, explanation);

    private static ProblemCode Warning(string code, string title, string explanation) => new(code, Severity.Warning, title, explanation);

    private static ProblemCode Info(string code, string title, string explanation) => new(code, Severity.Info, title, explanation);
}
