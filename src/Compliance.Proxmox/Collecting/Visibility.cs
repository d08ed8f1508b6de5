using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// Decides whether a list that came back may have been filtered. <c>/access/permissions</c> leaves out every path on which
/// the token holds nothing (a token without rights gets <c>{}</c>), so a path with NoAccess would look like one that inherits.
/// The paths of the access control list tell the two apart; without that list nothing is proven.
/// </summary>
internal sealed class Visibility
{
    private const string Filtered = "the list is filtered silently";

    /// <summary>Paths that /access/permissions evaluates always: left out, the token holds nothing there.</summary>
    private static readonly string[] AlwaysEvaluated = ["/", "/access", "/nodes", "/pool", "/storage", "/vms"];

    private readonly Gap? _blind;
    private readonly bool _hasShutPool;
    private readonly HashSet<string> _listed = [];

    public Visibility(Observed<Sight> permissions, Listing<AclEntry> acl)
    {
        Sight = permissions.Match(sight => Observation.Known(Complete(sight!, acl.Rows)), Observation.Unreadable<Sight>);
        Acl = acl;
        _blind = permissions.Unreadable;
        if (_blind is not null)
        {
            Acl = Hide(acl, "/access/acl", "/access", "Sys.Audit");
            return;
        }

        if (acl.IsComplete && !Sight.Value!.Has("Sys.Audit", "/access"))
        {
            Acl = new Listing<AclEntry>(acl.Rows, new Gap("/access/acl", Filtered, "Sys.Audit on /access"));
        }

        _listed = Sight.Value!.Paths.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        _hasShutPool = Sight.Value!.Paths.Any(p => p.Privileges.IsEmpty && (p.Path == "/pool" || IsBelow(p.Path, "/pool")));
    }

    public Observed<Sight> Sight { get; }

    public Listing<AclEntry> Acl { get; }

    /// <summary>The listing, with a reason why rows may be missing unless the token is proven to see all of them.</summary>
    public Listing<T> Hide<T>(Listing<T> listing, string endpoint, string below, params ReadOnlySpan<string> anyOf)
        => listing.IsComplete ? new Listing<T>(listing.Rows, WhyHidden(endpoint, below, anyOf)) : listing;

    /// <summary>The value, or unreadable unless the token is proven to see everything it was made from.</summary>
    public Observed<T> Hide<T>(Observed<T> value, string endpoint, string below, params ReadOnlySpan<string> anyOf)
        => value.IsKnown && WhyHidden(endpoint, below, anyOf) is { } gap ? Observation.Unreadable<T>(gap) : value;

    /// <summary>The value, or unreadable unless the token may see all of a node: its tasks, and every key of its vzdump.conf.</summary>
    public Observed<T> HideUnlessAudited<T>(Observed<T> value, string endpoint, string node)
    {
        if (!value.IsKnown)
        {
            return value;
        }

        var path = "/nodes/" + node;
        var needs = "Sys.Audit on " + path;
        if (_blind is not null)
        {
            return Observation.Unreadable<T>(Blind(endpoint, needs));
        }

        if (!Sight.Value!.Has("Sys.Audit", path))
        {
            return Observation.Unreadable<T>(new Gap(endpoint, "the answer is filtered silently", needs));
        }

        return Acl.IsComplete || _listed.Contains(path) ? value : Observation.Unreadable<T>(Unproven(endpoint));
    }

    /// <summary>Null when one of the privileges is held on everything below a path such as <c>/vms</c>.</summary>
    public Gap? WhyHidden(string endpoint, string below, params ReadOnlySpan<string> anyOf)
    {
        var needs = $"{anyOf[0]} on {below}";
        if (_blind is not null)
        {
            return Blind(endpoint, needs);
        }

        if (!HasEverywhere(below, anyOf))
        {
            return new Gap(endpoint, Filtered, needs);
        }

        if (!Acl.IsComplete)
        {
            return Unproven(endpoint);
        }

        // NoAccess on a pool cancels every role on its members (pve-access-control AccessControl.pm:roles), wherever they are.
        return _hasShutPool && below is ("/vms" or "/storage") ? new Gap(endpoint, Filtered, $"{anyOf[0]} on each pool") : null;
    }

    /// <summary>Whether the content list of a storage can hold rows for this token: pve-storage <c>Storage.pm:check_volume_access</c>.</summary>
    public bool MaySeeSizes(string storage)
    {
        if (Sight.Value is not { } sight)
        {
            return false;
        }

        var path = "/storage/" + storage;
        return sight.Has("Datastore.Allocate", path)
            || (sight.Has("Datastore.AllocateSpace", path)
                && (sight.Has("VM.Backup", "/vms/*") || sight.Paths.Any(p => IsBelow(p.Path, "/vms") && Holds(p, "VM.Backup"))));
    }

    private static Sight Complete(Sight sight, ImmutableArray<AclEntry> acl)
    {
        var listed = sight.Paths.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        var blinded = AlwaysEvaluated.Concat(acl.Select(entry => entry.Path)).Where(listed.Add).Select(path => new SightPath(path, []));
        return new Sight([.. sight.Paths.Concat(blinded).OrderBy(p => p.Path, StringComparer.Ordinal)]);
    }

    private bool HasEverywhere(string below, ReadOnlySpan<string> anyOf)
    {
        var sight = Sight.Value!;
        var onAny = false;
        foreach (var privilege in anyOf)
        {
            // No id is a star, so this asks for what is inherited.
            onAny |= sight.Has(privilege, below + "/*");
        }

        if (!onAny)
        {
            return false;
        }

        foreach (var path in sight.Paths)
        {
            if (IsBelow(path.Path, below) && !HoldsAny(path, anyOf))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HoldsAny(SightPath path, ReadOnlySpan<string> anyOf)
    {
        foreach (var privilege in anyOf)
        {
            if (Holds(path, privilege))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(SightPath path, string privilege) => path.Privileges.Any(held => held.Name == privilege);

    private static bool IsBelow(string path, string above) => path.StartsWith(above + "/", StringComparison.Ordinal);

    private Gap Unproven(string endpoint)
        => new(endpoint, "the answer is filtered silently, and without all of /access/acl nobody can tell where", Acl.Hidden!.Needs);

    private Gap Blind(string endpoint, string needs)
        => new(endpoint, $"{Filtered}, and what the token may see could not be read: {_blind!.Reason}", needs);
}
