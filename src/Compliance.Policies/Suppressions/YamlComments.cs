using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Compliance.Policies;

/// <summary>The comments of a YAML file, as the scanner tells them: a number sign inside quotes, a plain word or a block is none.</summary>
internal static class YamlComments
{
    /// <summary>Index of the number sign, and the index after the last character, of each comment; those before the first fault of a file that is not YAML.</summary>
    public static List<(int Start, int End)> Of(SourceText source)
    {
        var found = new List<(int Start, int End)>();
        var scanner = new Scanner(new StringReader(source.Text), skipComments: false);
        try
        {
            // What it cannot read the scanner gives as the same token again and again.
            while (scanner.MoveNext() && scanner.Current is not Error)
            {
                if (scanner.Current is Comment comment)
                {
                    var start = (int)Math.Clamp(comment.Start.Index, 0, source.Text.Length);
                    var end = source.Text.IndexOf('\n', start);
                    found.Add((start, end < 0 ? source.Text.Length : end));
                }
            }
        }
        catch (Exception fault) when (fault is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The same fault is a problem of its own, see YamlEvents.Advance.
        }

        return found;
    }
}
