using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// Reads where a secret is: <c>{ file: /path }</c> or <c>{ env: NAME }</c>. Whatever else stands there may be the secret itself, so it is
/// neither quoted in a message nor shown with its line.
/// </summary>
internal static class SecretReader
{
    private const string Fix = "Keep it in a file that only the program's account can read, and write { file: /etc/pve-compliance/NAME }; or { env: NAME }.";

    /// <param name="hide">called with the place of what must not be shown</param>
    public static ValueReader<SecretSource?> With(Action<Place> hide) => (node, field) =>
    {
        if (node is not YamlMapping { Entries: [var only] } || only.Key.Value is not ("file" or "env"))
        {
            Report(node, field, hide);
            return null;
        }

        var isFile = only.Key.Value == "file";
        var form = isFile ? TextForms.HostPath : TextForms.EnvironmentVariable;
        if (only.Value is YamlScalar { Kind: ScalarKind.Text } name && form.Fits(name.Value))
        {
            return new SecretSource(isFile, name.Value);
        }

        if (only.Value is not YamlBroken)
        {
            hide(only.Value.Place);
            field.Report(ProblemCodes.SecretWritten, only.Value.Place, $"\"{field.Name}.{only.Key.Value}\" is not {form.Noun}", form.Rule);
        }

        return null;
    };

    private static void Report(YamlNode node, Field field, Action<Place> hide)
    {
        if (node is YamlBroken)
        {
            return;
        }

        hide(node.Place);
        field.Report(ProblemCodes.SecretWritten, node.Place, $"\"{field.Name}\" must say where the secret is, and not be it", Fix);
    }
}
