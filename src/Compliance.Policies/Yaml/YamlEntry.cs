namespace Compliance.Policies;

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
