using System.Text.RegularExpressions;

namespace Compliance.Policies;

internal static partial class TextForms
{
    public static readonly TextForm PolicyName = new(PolicyNameRegex(), "a policy name", "Use lower-case letters, digits and dashes.");
    public static readonly TextForm Slug = new(SlugRegex(), "a word", "Use lower-case letters, digits and dashes.");
    public static readonly TextForm RepositoryPath = new(RepositoryPathRegex(), "a path inside the repository", "Write it relative to the policy file, with \"/\", without \"..\".");
    public static readonly TextForm StorageId = new(StorageIdRegex(), "a storage id", "Proxmox VE wants a letter first, then letters, digits, \"-\", \"_\", \".\", and a letter or digit last.");
    public static readonly TextForm Tag = new(TagRegex(), "a tag", "Proxmox VE tags have letters, digits, \"_\", \"-\", \"+\", \".\", and begin with a letter, digit or \"_\".");
    public static readonly TextForm Pool = new(PoolRegex(), "a pool", "Proxmox VE pools have letters, digits, \".\", \"-\", \"_\", and at most three levels separated by \"/\".");
    public static readonly TextForm GuestName = new(GuestNameRegex(), "a guest name", "Guest names are DNS names: letters, digits, dashes and dots.");
    public static readonly TextForm NameGlob = new(NameGlobRegex(), "a name pattern", "Use letters, digits, dashes and dots; * stands for any text, ? for one character.");
    public static readonly TextForm JobGlob = new(JobGlobRegex(), "a job id pattern", "Job ids have letters, digits, \"-\", \"_\" and begin with a letter; * stands for any text, ? for one character.");
    public static readonly TextForm HostPath = new(HostPathRegex(), "an absolute path", "Begin with \"/\" and do not end with one, such as /etc/pve.");
    public static readonly TextForm PbsAddress = new(PbsAddressRegex(), "the address of a Proxmox Backup Server", "Write https://HOST:8007.");
    public static readonly TextForm Datastore = new(DatastoreRegex(), "the name of a datastore", "Names of datastores have 3 to 32 letters, digits, \"_\", \"-\" and \".\".");
    public static readonly TextForm PbsNamespace = new(PbsNamespaceRegex(), "a namespace", "Write it without a slash first or last, such as hosts/lab.");
    public static readonly TextForm PxarName = new(PxarNameRegex(), "the name of an archive of a directory", "Write it as it was told to proxmox-backup-client, such as etc.pxar.");
    public static readonly TextForm HostDirectory = new(HostDirectoryRegex(), "an absolute path", "Begin with \"/\" and do not end with one, such as /etc; / alone is the whole host.");
    public static readonly TextForm CertificateFingerprint = new(CertificateFingerprintRegex(), "the fingerprint of a certificate", "Write its SHA-256: 32 pairs of hexadecimal digits with colons between them.");
    public static readonly TextForm Filesystem = new(FilesystemRegex(), "a file system", "Write it as the kernel does, such as ext4 or xfs.");
    public static readonly TextForm Duration = new(DurationRegex(), "a duration", "Write days, hours and minutes like 90d, 6h, 30m or 1d12h.");
    public static readonly TextForm Principal = new(PrincipalRegex(), "a user, token or group", "Write name@realm, name@realm!token or @group.");
    public static readonly TextForm Email = new(EmailRegex(), "an e-mail address", "Write name@domain.");
    public static readonly TextForm MailAddress = new(MailAddressRegex(), "a mail address", "Write name@domain.");
    public static readonly TextForm WebhookAddress = new(WebhookAddressRegex(), "the address of a webhook", "Write https://HOST/path without user, query and fragment (http:// to localhost only); keep one that holds a secret in a file: { file: /path }.");
    public static readonly TextForm EnvironmentVariable = new(EnvironmentVariableRegex(), "the name of an environment variable", "Write capital letters, digits and \"_\".");
    public static readonly TextForm InventoryName = new(InventoryNameRegex(), "the name of an inventory", "Write the file's name without folder and .json.");
    public static readonly TextForm Moment = new(MomentRegex(), "a moment", "Write it with its zone, such as 2026-11-23T06:00:00Z.") { Code = ProblemCodes.BadMoment };
    public static readonly TextForm SubjectGlob = new(SubjectGlobRegex(), "a subject", "Write it as reports do, such as qemu/101, qemu/101/scsi1, job/daily or storage/local; * stands for any text, ? for one character.");
    public static readonly TextForm Fingerprint = new(FingerprintRegex(), "a fingerprint", "Sixteen hexadecimal digits.");

    public static readonly TextForm GuestId = new(GuestIdRegex(), "a guest id", "Write qemu/ or lxc/ and the vmid, such as qemu/101.");
    public static readonly TextForm VolumeId = new(VolumeIdRegex(), "a volume id", "Write storage:name, as pvesm list shows it.");
    public static readonly TextForm HostName = new(HostNameRegex(), "the name of a host", "Write it as DNS does: letters, digits, dashes and dots.");
    public static readonly TextForm LogsOf = new(LogsOfRegex(), "anybody's logs", "Write all, node/NAME or job/ID.");
    public static readonly TextForm Day = new(DayRegex(), "a day", "Write a day of the calendar as YYYY-MM-DD, such as 2026-11-23.") { Code = ProblemCodes.BadDay };
    public static readonly TextForm RuleId = new(RuleIdRegex(), "a rule id", "Use two to five capital letters and three digits, such as ACME101.") { Code = ProblemCodes.BadRuleId };
    public static readonly TextForm ProblemCode = new(ProblemCodeRegex(), "a problem code", "Codes are POL and three digits, such as POL305.");
    public static readonly TextForm ClauseId = new(ClauseIdRegex(), "a clause id", "Clauses are RB- and two digits, such as RB-45.");
    public static readonly TextForm ChangeId = new(ChangeIdRegex(), "the id of a record", "Use letters, digits, \"-\", \"_\" and \".\", such as CHG-17.");
    public static readonly TextForm ChangeSubject = new(ChangeSubjectRegex(), "a job, storage, tier or guest", "Write job/ID, storage/ID, tier/N, qemu/VMID or lxc/VMID.");

    public static readonly TextForm TargetName = new(TargetNameRegex(), "the name of a target", "Use lower-case letters, digits, \"-\", \"_\" and \".\", a letter or digit first, at most 63, and not index: reports are named so.");
    public static readonly TextForm ClusterAddress = new(ClusterAddressRegex(), "the address of a node", "Write https://HOST:8006.");
    public static readonly TextForm FilePath = new(FilePathRegex(), "a path", "Write it relative to this file, or absolute; without \"!\", \"=\" and blanks in a row.");

    /// <summary>Whether nothing can be seen of it.</summary>
    public static bool IsBlank(string text) => !NotBlankRegex().IsMatch(text);

    [GeneratedRegex(Patterns.Text, RegexOptions.CultureInvariant)]
    private static partial Regex NotBlankRegex();

    [GeneratedRegex(Patterns.ChangeId, RegexOptions.CultureInvariant)]
    private static partial Regex ChangeIdRegex();

    [GeneratedRegex(Patterns.ChangeSubject, RegexOptions.CultureInvariant)]
    private static partial Regex ChangeSubjectRegex();

    [GeneratedRegex(Patterns.PolicyName, RegexOptions.CultureInvariant)]
    private static partial Regex PolicyNameRegex();

    [GeneratedRegex(Patterns.Slug, RegexOptions.CultureInvariant)]
    private static partial Regex SlugRegex();

    [GeneratedRegex(Patterns.RepositoryPath, RegexOptions.CultureInvariant)]
    private static partial Regex RepositoryPathRegex();

    [GeneratedRegex(Patterns.StorageId, RegexOptions.CultureInvariant)]
    private static partial Regex StorageIdRegex();

    [GeneratedRegex(Patterns.Tag, RegexOptions.CultureInvariant)]
    private static partial Regex TagRegex();

    [GeneratedRegex(Patterns.Pool, RegexOptions.CultureInvariant)]
    private static partial Regex PoolRegex();

    [GeneratedRegex(Patterns.GuestName, RegexOptions.CultureInvariant)]
    private static partial Regex GuestNameRegex();

    [GeneratedRegex(Patterns.NameGlob, RegexOptions.CultureInvariant)]
    private static partial Regex NameGlobRegex();

    [GeneratedRegex(Patterns.JobGlob, RegexOptions.CultureInvariant)]
    private static partial Regex JobGlobRegex();

    [GeneratedRegex(Patterns.HostPath, RegexOptions.CultureInvariant)]
    private static partial Regex HostPathRegex();

    [GeneratedRegex(Patterns.PbsAddress, RegexOptions.CultureInvariant)]
    private static partial Regex PbsAddressRegex();

    [GeneratedRegex(Patterns.Datastore, RegexOptions.CultureInvariant)]
    private static partial Regex DatastoreRegex();

    [GeneratedRegex(Patterns.PxarName, RegexOptions.CultureInvariant)]
    private static partial Regex PxarNameRegex();

    [GeneratedRegex(Patterns.HostDirectory, RegexOptions.CultureInvariant)]
    private static partial Regex HostDirectoryRegex();

    [GeneratedRegex(Patterns.PbsNamespace, RegexOptions.CultureInvariant)]
    private static partial Regex PbsNamespaceRegex();

    [GeneratedRegex(Patterns.CertificateFingerprint, RegexOptions.CultureInvariant)]
    private static partial Regex CertificateFingerprintRegex();

    [GeneratedRegex(Patterns.Filesystem, RegexOptions.CultureInvariant)]
    private static partial Regex FilesystemRegex();

    [GeneratedRegex(Patterns.Duration, RegexOptions.CultureInvariant)]
    private static partial Regex DurationRegex();

    [GeneratedRegex(Patterns.Principal, RegexOptions.CultureInvariant)]
    private static partial Regex PrincipalRegex();

    [GeneratedRegex(Patterns.Email, RegexOptions.CultureInvariant)]
    private static partial Regex EmailRegex();

    [GeneratedRegex(Patterns.MailAddress, RegexOptions.CultureInvariant)]
    private static partial Regex MailAddressRegex();

    [GeneratedRegex(Patterns.WebhookAddress, RegexOptions.CultureInvariant)]
    private static partial Regex WebhookAddressRegex();

    [GeneratedRegex(Patterns.EnvironmentVariable, RegexOptions.CultureInvariant)]
    private static partial Regex EnvironmentVariableRegex();

    [GeneratedRegex(Patterns.InventoryName, RegexOptions.CultureInvariant)]
    private static partial Regex InventoryNameRegex();

    [GeneratedRegex(Patterns.Moment, RegexOptions.CultureInvariant)]
    private static partial Regex MomentRegex();

    [GeneratedRegex(Patterns.SubjectGlob, RegexOptions.CultureInvariant)]
    private static partial Regex SubjectGlobRegex();

    [GeneratedRegex(Patterns.Fingerprint, RegexOptions.CultureInvariant)]
    private static partial Regex FingerprintRegex();

    [GeneratedRegex(Patterns.GuestId, RegexOptions.CultureInvariant)]
    private static partial Regex GuestIdRegex();

    [GeneratedRegex(Patterns.VolumeId, RegexOptions.CultureInvariant)]
    private static partial Regex VolumeIdRegex();

    [GeneratedRegex(Patterns.HostName, RegexOptions.CultureInvariant)]
    private static partial Regex HostNameRegex();

    [GeneratedRegex(Patterns.LogsOf, RegexOptions.CultureInvariant)]
    private static partial Regex LogsOfRegex();

    [GeneratedRegex(Patterns.Day, RegexOptions.CultureInvariant)]
    private static partial Regex DayRegex();

    [GeneratedRegex(Patterns.RuleId, RegexOptions.CultureInvariant)]
    private static partial Regex RuleIdRegex();

    [GeneratedRegex(Patterns.ProblemCode, RegexOptions.CultureInvariant)]
    private static partial Regex ProblemCodeRegex();

    [GeneratedRegex(Patterns.ClauseId, RegexOptions.CultureInvariant)]
    private static partial Regex ClauseIdRegex();

    [GeneratedRegex(Patterns.TargetName, RegexOptions.CultureInvariant)]
    private static partial Regex TargetNameRegex();

    [GeneratedRegex(Patterns.ClusterAddress, RegexOptions.CultureInvariant)]
    private static partial Regex ClusterAddressRegex();

    [GeneratedRegex(Patterns.FilePath, RegexOptions.CultureInvariant)]
    private static partial Regex FilePathRegex();
}
