namespace Compliance.Policies;

/// <summary>The forms of names, in the regular expressions that JSON Schema and .NET read alike; the schemas repeat them, and a test compares.</summary>
public static class Patterns
{
    /// <summary>
    /// Text that is not blank. U+0085 is a blank to .NET and not to ECMAScript, U+FEFF the other way round: wherever a blank matters,
    /// both are named.
    /// </summary>
    public const string Text = @"[^\s\u0085\uFEFF]";

    public const string PolicyName = "^[a-z0-9-]+$";

    /// <summary>Words of the evidence: <c>boot</c>, <c>session-notes</c>.</summary>
    public const string Slug = "^[a-z0-9-]+$";

    /// <summary>A path inside the repository: relative, forward slashes, no <c>.</c> or <c>..</c> step.</summary>
    public const string RepositoryPath = @"^(?!\.{1,2}(/|$))[^/\\:\s\u0085\uFEFF\u0000-\u001F]+(/(?!\.{1,2}(/|$))[^/\\:\s\u0085\uFEFF\u0000-\u001F]+)*$";

    /// <summary>pve-common JSONSchema.pm, parse_storage_id: <c>/^[a-z][a-z0-9\-\_\.]*[a-z0-9]$/i</c>.</summary>
    public const string StorageId = "^[A-Za-z][A-Za-z0-9_.-]*[A-Za-z0-9]$";

    /// <summary>pve-common JSONSchema.pm, pve_verify_tag: <c>/^[a-z0-9_][a-z0-9_\-\+\.]*$/i</c>.</summary>
    public const string Tag = "^[A-Za-z0-9_][A-Za-z0-9_+.-]*$";

    /// <summary>pve-access-control AccessControl.pm, verify_poolname: up to three levels of <c>[A-Za-z0-9\.\-_]+</c>.</summary>
    public const string Pool = "^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+){0,2}$";

    /// <summary>A guest's name is a DNS name (format dns-name).</summary>
    public const string GuestName = "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$";

    /// <summary>A glob over guest or host names.</summary>
    public const string NameGlob = "^[A-Za-z0-9.*?-]+$";

    /// <summary>A glob over job ids; an id is a pve-configid, <c>/^[a-z][a-z0-9_-]+$/i</c>.</summary>
    public const string JobGlob = "^[A-Za-z*?][A-Za-z0-9_*?-]*$";

    /// <summary>A path on a host; neither <c>/</c> alone nor one that ends in a slash.</summary>
    public const string HostPath = @"^(/[^/\s\u0085\uFEFF\u0000-\u001F]+)+$";

    /// <summary>The address of a Proxmox Backup Server; its port is 8007 unless another stands there.</summary>
    public const string PbsAddress = @"^https://([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$";

    /// <summary>proxmox-schema api_types SAFE_ID_REGEX, with the least length of a datastore's name.</summary>
    public const string Datastore = "^[A-Za-z0-9_][A-Za-z0-9._-]{2,31}$";

    /// <summary>pbs-api-types BACKUP_NS_RE: up to eight levels of such names.</summary>
    /// <summary>pbs-client <c>backup_specification.rs</c>, BACKUPSPEC_REGEX, as far as directories go.</summary>
    public const string PxarName = @"^[A-Za-z0-9_-]+\.pxar$";

    public const string HostDirectory = @"^(/|(/[^/\s\u0085\uFEFF\u0000-\u001F]+)+)$";

    public const string PbsNamespace = "^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*){0,7}$";

    /// <summary>SHA-256 of a certificate.</summary>
    public const string CertificateFingerprint = "^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31}$";

    public const string Filesystem = "^[a-z0-9][a-z0-9_.-]*$";

    /// <summary>Days, hours, minutes; not nothing.</summary>
    public const string Duration = "^(?=.*[1-9])([0-9]{1,4}d)?([0-9]{1,4}h)?([0-9]{1,4}m)?$";

    /// <summary>A user, a token or a group, as access lists of Proxmox VE write them.</summary>
    public const string Principal = @"^(@[A-Za-z0-9._-]+|[^\s\u0085\uFEFF:/@!]+@[A-Za-z][A-Za-z0-9._-]+(![A-Za-z][A-Za-z0-9._-]+)?)$";

    public const string Email = @"^[^\s\u0085\uFEFF@]+@[^\s\u0085\uFEFF@]+$";

    /// <summary>An address that a mail header takes as it is: RFC 5321 Dot-string and domain, without quotes and comments.</summary>
    public const string MailAddress = @"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$";

    /// <summary>The address of a webhook, without user, query and fragment, in which secrets like to stand; in clear text to this machine only.</summary>
    public const string WebhookAddress = @"^(https://([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\])|http://(localhost|127\.0\.0\.1|\[::1\]))(:[0-9]{1,5})?(/[A-Za-z0-9._~!$&'()*+,;=:%/-]*)?$";

    /// <summary>The name of an environment variable as POSIX has them; capitals, so that a password is hardly ever taken for one.</summary>
    public const string EnvironmentVariable = "^[A-Z_][A-Z0-9_]*$";

    /// <summary>The name of an inventory without its folder and <c>.json</c>.</summary>
    public const string InventoryName = "^[A-Za-z0-9_-][A-Za-z0-9._-]*$";

    /// <summary>A path into a document, see <see cref="Core.Model.DocumentPath"/>, which reads it; the schemas need it as a pattern.</summary>
    public const string DocumentPath = @"^[^.\[\]]+(\.[^.\[\]]+|\[(\*|[^=\]]+=[^\]]*)\])*$";

    /// <summary>The id of a change record.</summary>
    public const string ChangeId = "^[A-Za-z0-9][A-Za-z0-9._-]*$";

    /// <summary>What a change record speaks of. Legacy cron jobs have ids of another form, with a colon.</summary>
    public const string ChangeSubject = "^(job/[A-Za-z0-9][A-Za-z0-9:_-]*|storage/[A-Za-z][A-Za-z0-9_.-]*|tier/[0-9]|(qemu|lxc)/[1-9][0-9]{2,8})$";

    /// <summary>A date, a time to the minute or second, and its zone.</summary>
    public const string Moment = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})$";

    /// <summary>A glob over subject ids as reports show them: <c>qemu/101/scsi1</c>, <c>job/*</c>, <c>node/pve1/storage/local</c>.</summary>
    public const string SubjectGlob = @"^[A-Za-z0-9*?][A-Za-z0-9_.*?-]*(/[A-Za-z0-9_.*?-]+)*$";

    /// <summary>The identity of a finding.</summary>
    public const string Fingerprint = "^[0-9a-f]{16}$";

    /// <summary>A guest as reports name it.</summary>
    public const string GuestId = "^(qemu|lxc)/[1-9][0-9]{2,8}$";

    /// <summary>A volume id: a storage, and a name on it (pve-storage Plugin.pm, parse_volume_id).</summary>
    public const string VolumeId = @"^[A-Za-z][A-Za-z0-9_.-]*[A-Za-z0-9]:[^\s\u0085\uFEFF]+$";

    /// <summary>Whose logs were read: all, those of a node, or those of a job.</summary>
    public const string HostName = GuestName;
    public const string LogsOf = "^(all|node/[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?|job/[A-Za-z0-9][A-Za-z0-9_:-]*)$";

    public const string Day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    public const string RuleId = "^[A-Z]{2,5}[0-9]{3}$";

    /// <summary>The code of a kind of problem: <c>POL305</c>.</summary>
    public const string ProblemCode = "^POL[0-9]{3}$";

    /// <summary>The name of a target, which names files: neither that of the overview nor one that leads elsewhere.</summary>
    public const string TargetName = "^(?!index$)[a-z0-9][a-z0-9._-]{0,62}$";

    /// <summary>The address of a node of a cluster; its port is not guessed.</summary>
    public const string ClusterAddress = @"^https://([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\])(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?/?$";

    /// <summary>A path in the file system; neither an exclamation mark nor an equals sign, which tokens have.</summary>
    public const string FilePath = @"^[^\s\u0085\uFEFF\u0000-\u001F!=]+( [^\s\u0085\uFEFF\u0000-\u001F!=]+)*$";

    public const string ClauseId = "^RB-[0-9]{2}$";
}
