using System.Text;
using Compliance.Core.Model;

namespace Compliance.Notifications;

/// <summary>Reads secrets where the settings say they are. A fault names the place, never what is there.</summary>
internal static class Secrets
{
    // A password, a token or an address; more is another file.
    private const int Largest = 8 * 1024;

    /// <summary>Without line ends at its end, which editors put there.</summary>
    /// <exception cref="DeliveryException">there is none, or it is no single line of text</exception>
    public static string Read(SecretSource source, Func<string, string?> variable)
    {
        var text = (source.IsFile ? ReadFile(source) : variable(source.Name))?.TrimEnd('\r', '\n');
        if (string.IsNullOrWhiteSpace(text))
        {
            throw DeliveryException.Final($"{source} holds nothing");
        }

        // In a header a control character would end it.
        return text.Any(char.IsControl) ? throw DeliveryException.Final($"{source} holds more than one line of text") : text;
    }

    private static string ReadFile(SecretSource source)
    {
        try
        {
            using var stream = new FileStream(source.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[Largest + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length > Largest ? throw DeliveryException.Final($"{source} is too large for a secret") : Encoding.UTF8.GetString(bytes, 0, length);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw DeliveryException.Final($"{source} is not there");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DeliveryException.Final($"{source} cannot be read: the account that runs this needs the right to");
        }
    }
}
