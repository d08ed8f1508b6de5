using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Drafts the demands on a storage: those of the runbook, with what is known of it beside them.</summary>
internal sealed class StorageDrafter(Estate estate, string target)
{
    public StorageDraft Draft(string id)
    {
        var storage = estate.Storages.FirstOrDefault(one => one.Id == id);
        var state = storage?.State is { IsKnown: true, Value: { } seen } ? seen : null;
        var (access, accessNotes) = Access(id, storage);
        return new StorageDraft(id, state is null or { Type: "dir" or "btrfs" or "zfspool" }, access, [.. Notes(id, state)], accessNotes);
    }

    private IEnumerable<string> Notes(string id, StorageState? state)
    {
        if (state is null)
        {
            yield return estate.Inventory.Storages.Hidden is { } gap
                ? $"unreadable: what it is: {gap}"
                : "live: there is no such storage; check reports it";
            yield break;
        }

        yield return $"live: {state.Type}{(state.Path is { } path ? $" at {path}" : "")}{(state.Server is { } server ? $" on {server}" : "")}";
        if (state.NetworkProtocol != "none")
        {
            yield return $"live: reached over {state.NetworkProtocol}, so check reports it; write network-exposure: server-to-server only if no desktop reaches it";
        }

        if (state.Content.Length > 1)
        {
            yield return $"live: it also takes {string.Join(", ", state.Content.Where(kind => kind != "backup"))}, so it is not dedicated";
        }

        if (estate.Storages.First(one => one.Id == id).IsMountPointEnforced is { IsKnown: true, Value: false })
        {
            yield return "live: is_mountpoint is not set; check reports it";
        }

        foreach (var note in estate.NodeStorages.Where(one => one.Storage.Id == id).SelectMany(OnNode))
        {
            yield return note;
        }
    }

    private static IEnumerable<string> OnNode(NodeStorageFacts storage)
    {
        var (node, disks) = (storage.Node.State.Name, storage.Disks);
        if (disks.Filesystem.Unreadable is { } gap)
        {
            yield return $"unreadable: its file system and disks on {node}: {gap}; nothing is guessed of them";
            yield break;
        }

        if (disks.Filesystem.Value is { } filesystem)
        {
            yield return $"live: {filesystem} on {node} ({disks.Verdict.Match(verdict => verdict ?? "unproved", _ => "unproved")})"
                + (filesystem is "ext4" or "xfs" || storage.Storage.State.Value?.NetworkProtocol != "none" ? "" : "; the runbook wants ext4 or xfs, so check reports it");
        }

        if (disks.SharedWith is { IsKnown: true, Value: { IsEmpty: false } shared })
        {
            yield return $"live: on {node} it shares disks with {string.Join(", ", shared)}; check reports it";
        }
    }

    /// <summary>
    /// Accounts that have API tokens with rights are taken for programs, such as this tool's own. "No direct user access": anybody else
    /// is left for <c>check</c> to report. On a storage beside the primary target so is everybody: who is named here may also remove
    /// the newest restore point without a word.
    /// </summary>
    private (ImmutableArray<string> Access, ImmutableArray<string> Notes) Access(string id, StorageFacts? storage)
    {
        if (storage is null)
        {
            return ([], []);
        }

        if (storage.Unlisted.Unreadable is { } gap)
        {
            return ([], [$"unreadable: who may read or delete backups on it: {gap}"]);
        }

        if (id != target)
        {
            return ([], storage.Unlisted.Value.IsEmpty ? [] : [Unnamed(storage.Unlisted.Value)]);
        }

        var owners = estate.Inventory.Acl.Rows
            .Where(entry => entry.Kind == "token")
            .Select(entry => entry.Principal.Split('!')[0])
            .ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> programs = [.. storage.Unlisted.Value.Where(one => TextForms.Principal.Fits(one) && owners.Contains(one.Split('!')[0]))];
        ImmutableArray<string> people = [.. storage.Unlisted.Value.Except(programs)];
        var notes = ImmutableArray.CreateBuilder<string>();
        if (!programs.IsEmpty)
        {
            notes.Add($"guessed: {string.Join(", ", programs)}, from having API tokens: taken for programs; strike whoever is a person");
        }

        if (!people.IsEmpty)
        {
            notes.Add(Unnamed(people));
        }

        return (programs, notes.ToImmutable());
    }

    private static string Unnamed(ImmutableArray<string> accounts)
        => $"live: {string.Join(", ", accounts)} may read, delete or hand out backups; not named here, so check reports it";
}
