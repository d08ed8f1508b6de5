using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>ready --sign-key</c> and <c>--verify-key</c>: who vouches for a receipt.</summary>
public sealed class ReceiptSignatureTests
{
    private const string Soon = "2026-11-23T07:30:00Z";

    [Fact]
    public async Task A_signed_receipt_is_verified_by_the_public_key()
    {
        using var estate = new ReadyEstate();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = await ReceiptTests.WriteAsync(estate, ExitCode.Compliant, "--sign-key", Private(estate, key.ExportPkcs8PrivateKeyPem()));

        (await ReceiptTests.VerifyAsync(file, Soon)).Line.Should().Contain("which nobody checked: give --verify-key");
        var good = await ReceiptTests.VerifyAsync(file, Soon, "--verify-key", Public(estate, key));
        good.ExitCode.Should().Be(ExitCode.Compliant);
        good.Line.Should().Contain("signed by SHA256:").And.NotContain("nobody checked");

        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        (await ReceiptTests.VerifyAsync(file, Soon, "--verify-key", Public(estate, other))).Line.Should().StartWith("NOT VALID  another key signed it: SHA256:");
    }

    [Fact]
    public async Task The_older_form_of_a_private_key_signs_too()
    {
        using var estate = new ReadyEstate();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = await ReceiptTests.WriteAsync(estate, ExitCode.Compliant, "--sign-key", Private(estate, key.ExportECPrivateKeyPem()));
        (await ReceiptTests.VerifyAsync(file, Soon, "--verify-key", Public(estate, key))).ExitCode.Should().Be(ExitCode.Compliant);
    }

    [Fact]
    public async Task Who_asks_for_a_signature_takes_none_without()
    {
        using var estate = new ReadyEstate();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = await ReceiptTests.WriteAsync(estate, ExitCode.Compliant);
        (await ReceiptTests.VerifyAsync(file, Soon, "--verify-key", Public(estate, key))).Should().Be((ExitCode.Findings, "NOT VALID  nobody signed it, and --verify-key asks for a signature."));
    }

    [Fact]
    public async Task A_forger_can_make_the_hash_fit_but_not_the_signature()
    {
        using var estate = new ReadyEstate();
        estate.Guest(900)["lock"] = "migrate";
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = await ReceiptTests.WriteAsync(estate, ExitCode.Findings, "--sign-key", Private(estate, key.ExportPkcs8PrivateKeyPem()));
        var read = Reporting.ReceiptFile.Parse(await File.ReadAllBytesAsync(file)).Receipt!;
        var forged = read with { Outcome = Core.Model.ReadinessOutcome.Go, Blocking = [], Validity = new Core.Model.ReadinessValidity(read.AsOf.AddDays(1), "nothing") };

        await File.WriteAllBytesAsync(file, Reporting.ReceiptFile.Format(forged));
        (await ReceiptTests.VerifyAsync(file, Soon)).Line.Should().EndWith("was altered: its signature does not fit its content.");
        await File.WriteAllBytesAsync(file, Reporting.ReceiptFile.Format(forged with { Signature = null }));
        (await ReceiptTests.VerifyAsync(file, Soon, "--verify-key", Public(estate, key))).ExitCode.Should().Be(ExitCode.Findings);
        (await ReceiptTests.VerifyAsync(file, Soon)).Line.Should().Contain("not signed", "without a key a hash only shows accidents, and the line says that nobody signed");
    }

    [SkippableFact]
    public async Task A_private_key_that_others_may_read_is_refused()
    {
        Skip.If(OperatingSystem.IsWindows(), "permissions are those of Unix");
        using var estate = new ReadyEstate();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var path = Private(estate, key.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        }

        var receipt = estate.PathOf("r.json");

        (await estate.ReadyAsync("--receipt", receipt, "--sign-key", path)).ShouldFailWith(ExitCode.BadInput, $"chmod 600 {path}");
        File.Exists(receipt).Should().BeFalse();
    }

    [Theory]
    [InlineData("text", "no unencrypted PEM key of ECDSA")]
    [InlineData("rsa", "no unencrypted PEM key of ECDSA")]
    [InlineData("p384", "not on the curve P-256")]
    [InlineData("encrypted", "no unencrypted PEM key of ECDSA")]
    [InlineData("public", "this is a public key")]
    public async Task Other_keys_do_not_sign(string kind, string because)
    {
        using var estate = new ReadyEstate();
        using var key = ECDsa.Create(kind == "p384" ? ECCurve.NamedCurves.nistP384 : ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        var pem = kind switch
        {
            "text" => "hello",
            "rsa" => rsa.ExportPkcs8PrivateKeyPem(),
            "public" => key.ExportSubjectPublicKeyInfoPem(),
            "encrypted" => key.ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)),
            _ => key.ExportPkcs8PrivateKeyPem(),
        };
        (await estate.ReadyAsync("--receipt", estate.PathOf("r.json"), "--sign-key", Private(estate, pem))).ShouldFailWith(ExitCode.BadInput, because);
    }

    [Fact]
    public async Task The_receipt_says_nothing_of_the_private_key()
    {
        using var estate = new ReadyEstate();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = await ReceiptTests.WriteAsync(estate, ExitCode.Compliant, "--sign-key", Private(estate, key.ExportPkcs8PrivateKeyPem()));
        var signature = JsonNode.Parse(await File.ReadAllTextAsync(file))!["signature"]!.AsObject();
        signature.Select(member => member.Key).Should().Equal("algorithm", "publicKey", "value");
        ((string)signature["publicKey"]!).Should().Be(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
    }

    private static string Private(ReadyEstate estate, string pem)
    {
        estate.Write("keys/private.pem", pem);
        var path = estate.PathOf("keys/private.pem");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }

    private static string Public(ReadyEstate estate, ECDsa key)
    {
        estate.Write("keys/public.pem", key.ExportSubjectPublicKeyInfoPem());
        return estate.PathOf("keys/public.pem");
    }
}
