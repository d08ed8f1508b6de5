namespace Compliance.Core.Facts.RestorePoints;

/// <summary>What the size of a restore point says against those before it.</summary>
public enum SizeVerdict
{
    Normal,

    /// <summary>Too few to compare with: neither normal nor not.</summary>
    TooFew,

    /// <summary>Nothing in it: cut off, or made of a guest without disks.</summary>
    Empty,
    Shrunken,
    Grown,
}
