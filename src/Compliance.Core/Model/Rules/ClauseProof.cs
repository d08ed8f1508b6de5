namespace Compliance.Core.Model;

/// <summary>What can prove a clause.</summary>
public enum ClauseProof
{
    None,
    Live,
    Evidence,
    Both,
}
