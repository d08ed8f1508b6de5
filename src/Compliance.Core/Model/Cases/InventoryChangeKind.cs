namespace Compliance.Core.Model;

/// <summary>What a case does to the inventory it begins with. Changes are made in this order.</summary>
public enum InventoryChangeKind
{
    /// <summary>Takes a member or rows away.</summary>
    Remove,

    /// <summary>Puts a row at the end of a list.</summary>
    Add,

    /// <summary>Gives a member another value.</summary>
    Set,

    /// <summary>Makes an observed value unreadable, or rows of a listing possibly hidden.</summary>
    Hide,
}
