namespace Compliance.Proxmox.Tests;

public class Tokens_fingerprints_and_addresses
{
    private const string Uuid = "0f0ec1a1-5eed-4c1d-8a11-000000000002";

    [Theory]
    [InlineData("audit@pve!policy=" + Uuid, "audit@pve!policy")]
    [InlineData("  audit@pve!policy=" + Uuid + "\n", "audit@pve!policy")]
    [InlineData("PVEAPIToken=root@pam!ci=" + Uuid, "root@pam!ci")]
    [InlineData("a.b@c.d@ad-realm!x_1=" + Uuid, "a.b@c.d@ad-realm!x_1")]
    [InlineData("audit@pve!policy=a=b", "audit@pve!policy")]
    public void Token_is_read_and_shows_only_its_id(string text, string id)
    {
        var token = ApiToken.Parse(text, out var problem);

        problem.Should().BeNull();
        token!.Id.Should().Be(id);
        token.ToString().Should().Be(id);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(Uuid, "names no token id")]
    [InlineData("audit@pve=" + Uuid, "names no token id")]
    [InlineData("audit!policy=" + Uuid, "names no user and realm")]
    [InlineData("@pve!policy=" + Uuid, "names no user and realm")]
    [InlineData("audit@!policy=" + Uuid, "names no user and realm")]
    [InlineData("audit@pve!policy", "has no secret")]
    [InlineData("audit@pve!policy=", "has no secret")]
    [InlineData("audit@pve!=" + Uuid, "names no token id between")]
    [InlineData("audit@pve!policy=" + Uuid + " # mine", "white space")]
    [InlineData("audit@pve!policy=" + Uuid + "\r\nX-Evil: 1", "white space")]
    public void Odd_token_is_explained_without_being_quoted(string text, string problem)
    {
        ApiToken.Parse(text, out var said).Should().BeNull();
        said.Should().Contain(problem).And.Contain("user@realm!tokenid=secret").And.NotContain(Uuid);
    }

    [Theory]
    [InlineData("audit@pbs!policy:" + Uuid)]
    [InlineData(" PBSAPIToken=audit@pbs!policy:" + Uuid + "\n")]
    public void Token_of_a_backup_server_has_a_colon(string text)
    {
        var token = ApiToken.ParseOfBackupServer(text, out var problem);

        problem.Should().BeNull();
        token!.ToString().Should().Be("audit@pbs!policy");
        token.HeaderValue.Should().Be("PBSAPIToken=audit@pbs!policy:" + Uuid);
        ApiToken.ParseOfBackupServer("audit@pve!policy=" + Uuid, out var said).Should().BeNull();
        said.Should().Contain("user@realm!tokenid:secret").And.NotContain(Uuid);
    }

    [Theory]
    [InlineData("9a8aa6ec2023fe47b13ab73e48729f7c70fd8bdbb8dc053e9a42e1fe62ae4ef3")]
    [InlineData("9A:8A:A6:EC:20:23:FE:47:B1:3A:B7:3E:48:72:9F:7C:70:FD:8B:DB:B8:DC:05:3E:9A:42:E1:FE:62:AE:4E:F3")]
    [InlineData("sha256 Fingerprint=9A:8A:A6:EC:20:23:FE:47:B1:3A:B7:3E:48:72:9F:7C:70:FD:8B:DB:B8:DC:05:3E:9A:42:E1:FE:62:AE:4E:F3\n")]
    public void Fingerprint_is_read_in_every_form_people_have_it(string text)
        => CertificateFingerprint.Parse(text, out _)!.ToString().Should()
            .Be("9A:8A:A6:EC:20:23:FE:47:B1:3A:B7:3E:48:72:9F:7C:70:FD:8B:DB:B8:DC:05:3E:9A:42:E1:FE:62:AE:4E:F3");

    [Theory]
    [InlineData("", "is not a SHA-256 fingerprint")]
    [InlineData("9A:8A", "is not a SHA-256 fingerprint")]
    [InlineData("zz8aa6ec2023fe47b13ab73e48729f7c70fd8bdbb8dc053e9a42e1fe62ae4ef3", "is not a SHA-256 fingerprint")]
    [InlineData("9a8aa6ec2023fe47b13ab73e48729f7c70fd8bdb", "is a SHA-1 fingerprint")]
    public void Odd_fingerprint_is_explained(string text, string problem)
    {
        CertificateFingerprint.Parse(text, out var said).Should().BeNull();
        said.Should().Contain(problem).And.Contain("openssl x509");
    }

    [Theory]
    [InlineData("https://pve1.example:8006", "https://pve1.example:8006/")]
    [InlineData(" https://[::1]:8006/ ", "https://[::1]:8006/")]
    public void Address_is_read(string text, string url) => ServerAddress.Parse(text, out _)!.AbsoluteUri.Should().Be(url);

    [Theory]
    [InlineData("pve1", "is not an address")]
    [InlineData("", "is not an address")]
    [InlineData("http://pve1:8006", "is not an https address")]
    [InlineData("https://pve1:8006/api2/json", "has more than host and port")]
    [InlineData("https://root:hunter2@pve1:8006", "holds a user or password")]
    public void Odd_address_is_explained(string text, string problem)
    {
        ServerAddress.Parse(text, out var said).Should().BeNull();
        said.Should().Contain(problem).And.NotContain("hunter2");
    }
}
