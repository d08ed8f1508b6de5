using System.Text;

namespace Compliance.Core.Facts.Properties;

/// <summary>Splits a command line into words as a shell does, with quotes and backslashes; nothing is expanded.</summary>
internal static class ShellWords
{
    /// <summary>The words, or null when a quote is not closed.</summary>
    public static List<string>? Split(string line)
    {
        List<string> words = [];
        var word = new StringBuilder();
        var isOpen = false;
        char? quote = null;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '\\' && quote != '\'' && i + 1 < line.Length)
            {
                word.Append(line[++i]);
                isOpen = true;
            }
            else if (c == quote)
            {
                quote = null;
            }
            else if (quote is null && c is '\'' or '"')
            {
                quote = c;
                isOpen = true;
            }
            else if (quote is null && char.IsWhiteSpace(c))
            {
                if (isOpen)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                isOpen = false;
            }
            else
            {
                word.Append(c);
                isOpen = true;
            }
        }

        if (isOpen)
        {
            words.Add(word.ToString());
        }

        return quote is null ? words : null;
    }
}
