namespace Compliance.Core.Model;

/// <summary>What a rule can be about.</summary>
public enum SubjectKind
{
    /// <summary>A virtual machine or container: <c>qemu/101</c>, <c>lxc/200</c>.</summary>
    Guest,

    /// <summary>A volume of a guest: <c>qemu/101/scsi1</c>.</summary>
    Volume,

    /// <summary>A backup job: <c>job/ID</c>.</summary>
    Job,

    /// <summary>A storage of the policy, cluster-wide: <c>storage/ID</c>.</summary>
    Storage,

    /// <summary>The same storage as one node sees it: <c>node/NAME/storage/ID</c>.</summary>
    NodeStorage,

    /// <summary>A node: <c>node/NAME</c>.</summary>
    Node,

    /// <summary>A service of a tier; its subject is the tier: <c>tier/1</c>.</summary>
    Service,

    /// <summary>A tier of the policy: <c>tier/1</c>.</summary>
    Tier,

    /// <summary>A job or storage of this inventory or of an earlier one, both ends compared; its subject is that: <c>job/ID</c>, <c>storage/ID</c>.</summary>
    Compared,

    /// <summary>The whole: <c>estate</c>.</summary>
    Estate,
}
