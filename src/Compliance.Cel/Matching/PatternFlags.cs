namespace Compliance.Cel.Matching;

/// <summary>Flags of a group: <c>(?i)</c>, <c>(?m)</c>, <c>(?s)</c>. <c>(?U)</c> swaps greed, which no answer depends on.</summary>
internal readonly record struct PatternFlags(bool IgnoreCase, bool MultiLine, bool DotAll)
{
    /// <summary>These flags with some set and, after a minus, some cleared; null when a letter is no flag.</summary>
    public PatternFlags? With(string letters)
    {
        var flags = this;
        var value = true;
        for (var i = 0; i < letters.Length; i++)
        {
            switch (letters[i])
            {
                case 'i':
                    flags = flags with { IgnoreCase = value };
                    break;
                case 'm':
                    flags = flags with { MultiLine = value };
                    break;
                case 's':
                    flags = flags with { DotAll = value };
                    break;
                case 'U':
                    break;
                case '-' when value && i + 1 < letters.Length:
                    value = false;
                    break;
                default:
                    return null;
            }
        }

        return letters.Length == 0 ? null : flags;
    }
}
