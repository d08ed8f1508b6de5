namespace Compliance.Policies;

/// <summary>Reads a value; the default of <typeparamref name="T"/> means that it was faulty and has been reported.</summary>
internal delegate T ValueReader<out T>(YamlNode node, Field field);
