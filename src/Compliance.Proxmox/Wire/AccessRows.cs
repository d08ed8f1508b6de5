using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Reads rights: of this token, and of everybody.</summary>
internal static class AccessRows
{
    /// <summary><c>{"/vms/100":{"VM.Audit":1}}</c>: the key says that the privilege is held, the value whether it propagates.</summary>
    public static Sight Sight(Envelope envelope)
    {
        if (envelope.Data.ValueKind != JsonValueKind.Object)
        {
            throw new WireException($"found {WireValue.Show(envelope.Data)} in place of an object");
        }

        return new Sight([.. envelope.Data.EnumerateObject()
            .Select(path => new SightPath(path.Name, Privileges(path)))
            .OrderBy(path => path.Path, StringComparer.Ordinal)]);
    }

    public static AclEntry Acl(WireRow row)
        => new(row.Text("path"), row.Text("type"), row.Text("ugid"), row.Text("roleid"), row.OptionalFlag("propagate") ?? true);

    public static RoleState Role(WireRow row)
        => new(row.Text("roleid"), [.. row.List("privs").Order(StringComparer.Ordinal)]);

    public static UserState User(WireRow row)
        => new(
            row.Text("userid"),
            row.OptionalFlag("enable") ?? true,
            row.OptionalTime("expire") is { } expires && expires > DateTimeOffset.UnixEpoch ? expires : null,
            row.OptionalText("email") is { Length: > 0 } email ? email : null);

    public static GroupState Group(WireRow row) => new(row.Text("groupid"), [.. row.List("users").Order(StringComparer.Ordinal)]);

    /// <summary>From <c>/pools?poolid=ID</c>: a list of one pool. Members of other kinds have no access rights of their own.</summary>
    public static ImmutableArray<PoolMember> PoolMembers(Envelope envelope, string pool)
    {
        var pools = WireRow.Read(envelope.Data, row => row.Text("poolid") == pool
            ? WireRow.Read(row.Required("members"), member => MemberPath(member) is { } path ? new PoolMember(pool, path) : null)
            : throw new WireException($"pool '{WireValue.Cut(pool)}' was asked for, and another one answered"));
        return pools is [var members] ? [.. members.OfType<PoolMember>()] : throw new WireException($"{pools.Count} pools answered in place of one");
    }

    public static int ByPlace(AclEntry a, AclEntry b)
    {
        ReadOnlySpan<int> steps =
        [
            string.CompareOrdinal(a.Path, b.Path),
            string.CompareOrdinal(a.Kind, b.Kind),
            string.CompareOrdinal(a.Principal, b.Principal),
            string.CompareOrdinal(a.Role, b.Role),
        ];
        foreach (var step in steps)
        {
            if (step != 0)
            {
                return step;
            }
        }

        return a.Propagates.CompareTo(b.Propagates);
    }

    private static string? MemberPath(WireRow member) => member.Text("type") switch
    {
        "qemu" or "lxc" or "openvz" => "/vms/" + member.Int("vmid").ToString(CultureInfo.InvariantCulture),
        "storage" => "/storage/" + member.Text("storage"),
        _ => null,
    };

    private static ImmutableArray<HeldPrivilege> Privileges(JsonProperty path)
    {
        var row = new WireRow(path.Value);
        return [.. path.Value.EnumerateObject()
            .Select(privilege => new HeldPrivilege(privilege.Name, row.Flag(privilege.Name)))
            .OrderBy(privilege => privilege.Name, StringComparer.Ordinal)];
    }
}
