using System.Collections.Immutable;
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

    private static ImmutableArray<HeldPrivilege> Privileges(JsonProperty path)
    {
        var row = new WireRow(path.Value);
        return [.. path.Value.EnumerateObject()
            .Select(privilege => new HeldPrivilege(privilege.Name, row.Flag(privilege.Name)))
            .OrderBy(privilege => privilege.Name, StringComparer.Ordinal)];
    }
}
