using System.Security.Cryptography;
using Compliance.Reporting;

namespace Compliance.Cli.Receipts;

/// <summary>Keys for receipts: PEM, on the curve P-256, as <c>openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256</c> makes them.</summary>
internal static class KeyFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Reads a private key, which nobody else may be able to read: ssh asks the same.</summary>
    /// <exception cref="UsageException">it cannot be read, is none, or lies open</exception>
    public static ECDsa ReadPrivate(string path)
    {
        var text = Text("--sign-key", path);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
        {
            throw new UsageException($"--sign-key {path}: others may read this private key, so it proves nothing: chmod 600 {path}");
        }

        var key = Import("--sign-key", path, text);
        try
        {
            key.ExportParameters(includePrivateParameters: true);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw new UsageException($"--sign-key {path}: this is a public key; signing needs the private one.");
        }
    }

    /// <summary>Reads a public key; of a private one the public half.</summary>
    /// <exception cref="UsageException">it cannot be read, or is none</exception>
    public static ECDsa ReadPublic(string path) => Import("--verify-key", path, Text("--verify-key", path));

    private static ECDsa Import(string option, string path, string text)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(text);
            if (ReceiptSignature.Takes(key))
            {
                return key;
            }
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException or NotSupportedException)
        {
            key.Dispose();
            throw new UsageException($"{option} {path}: this is no unencrypted PEM key of ECDSA; openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 makes one.");
        }

        key.Dispose();
        throw new UsageException($"{option} {path}: this key is not on the curve P-256, which receipts are signed with.");
    }

    private static string Text(string option, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option} {path}: {fault.Message}");
        }
    }
}
