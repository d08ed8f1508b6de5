using System.Collections.Immutable;
using Compliance.Core.Facts.Access;
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
            Acl = Hide(acl, "/access/acl");
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
    /// <param name="endpoint">the call that gave it; what shows all of it, <see cref="CallRights"/> says</param>
    /// <param name="privilege">the one that shows these rows, where the call gives several kinds; null for all</param>
    public Listing<T> Hide<T>(Listing<T> listing, string endpoint, string? privilege = null)
        => listing.IsComplete ? new Listing<T>(listing.Rows, WhyHidden(endpoint, privilege)) : listing;

    /// <summary>The value, or unreadable unless the token is proven to see everything it was made from.</summary>
    public Observed<T> Hide<T>(Observed<T> value, string endpoint)
        => value.IsKnown && WhyHidden(endpoint, privilege: null) is { } gap ? Observation.Unreadable<T>(gap) : value;

    /// <summary>Why some of an answer may be hidden; null when it is proven that nothing is.</summary>
    public Gap? WhyHidden(string endpoint, string? privilege)
    {
        var shows = CallRights.Of(endpoint)?.Shows.Where(right => privilege is null || right.AnyOf[0] == privilege).ToList();
        return shows is not { Count: > 0 }
            ? throw new InvalidOperationException($"Nobody knows what shows all of {endpoint} ({privilege}).")
            : shows.Select(right => WhyHidden(endpoint, right)).FirstOrDefault(gap => gap is not null);
    }

    private Gap? WhyHidden(string endpoint, RightOn right)
    {
        if (_blind is not null)
        {
            return new Gap(endpoint, $"{Filtered}, and what the token may see could not be read: {_blind.Reason}", right.ToString());
        }

        if (!(right.IsForEach ? HasEverywhere(right) : right.AnyOf.Any(privilege => Sight.Value!.Has(privilege, right.Path))))
        {
            return new Gap(endpoint, right.IsForEach ? Filtered : "the answer is filtered silently", right.ToString());
        }

        if (!Acl.IsComplete && (right.IsForEach || !_listed.Contains(right.Path)))
        {
            return new Gap(endpoint, "the answer is filtered silently, and without all of /access/acl nobody can tell where", Acl.Hidden!.Needs);
        }

        // NoAccess on a pool cancels every role on its members (pve-access-control AccessControl.pm:roles), wherever they are.
        return _hasShutPool && right.Path is ("/vms" or "/storage") ? new Gap(endpoint, Filtered, $"{right.AnyOf[0]} on each pool") : null;
    }

    /// <summary>Whether the content list of a storage can hold rows for this token: pve-storage <c>Storage.pm:check_volume_access</c>.</summary>
    public static bool MaySeeSizes(Observed<Sight> seen, string storage)
    {
        if (seen.Value is not { } sight)
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

    private bool HasEverywhere(RightOn right)
    {
        // No id is a star, so this asks for what is inherited.
        var sight = Sight.Value!;
        return right.AnyOf.Any(privilege => sight.Has(privilege, right.Path + "/*"))
            && sight.Paths.Where(path => IsBelow(path.Path, right.Path)).All(path => right.AnyOf.Any(privilege => Holds(path, privilege)));
    }

    private static bool Holds(SightPath path, string privilege) => path.Privileges.Any(held => held.Name == privilege);

    private static bool IsBelow(string path, string above) => path.StartsWith(above + "/", StringComparison.Ordinal);
}
