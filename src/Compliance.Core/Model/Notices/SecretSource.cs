namespace Compliance.Core.Model;

/// <summary>Where a secret is: a file, or an environment variable. Never the secret itself.</summary>
/// <param name="IsFile">whether <paramref name="Name"/> is the absolute path of a file; else it is a variable's name</param>
public sealed record SecretSource(bool IsFile, string Name)
{
    /// <summary>For people: <c>the file /etc/x</c>, <c>the environment variable X</c>.</summary>
    public override string ToString() => IsFile ? $"the file {Name}" : $"the environment variable {Name}";
}
