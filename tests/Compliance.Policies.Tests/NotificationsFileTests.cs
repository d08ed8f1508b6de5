using Compliance.Core.Model;

namespace Compliance.Policies.Tests;

/// <summary>The file that says whom runs tell; and that no secret in it is ever shown.</summary>
public class NotificationsFileTests
{
    private const string Written =
        """
        mail:
          - name: admins
            server: mail.example.org
            login: { user: backup, password: { file: /etc/pve-compliance/smtp } }
            from: backup@example.org
            to: [admins@example.org, boss@example.org]
          - { name: relay, server: localhost, security: none, when: always, from: a@b, to: [c@d] }
        webhooks:
          - { name: chat, format: slack, url: { env: SLACK_URL }, when: drift, ca-file: /etc/ssl/lab.pem }
          - { name: phone, format: ntfy, url: https://ntfy.example.org/backups, token: { file: /run/secrets/ntfy } }

        """;

    [Fact]
    public void Channels_are_read_with_their_defaults()
    {
        var channels = Load(Written).Value!.Notices!.Channels;

        channels.Select(channel => (channel.Name, channel.When)).Should().Equal(
            ("admins", NoticeOccasion.Changed), ("relay", NoticeOccasion.Always), ("chat", NoticeOccasion.Drift), ("phone", NoticeOccasion.Changed));
        channels[0].Should().BeEquivalentTo(new
        {
            Server = "mail.example.org",
            Port = 587,
            Security = MailSecurity.StartTls,
            Login = new MailLogin("backup", new SecretSource(true, "/etc/pve-compliance/smtp")),
            To = new[] { "admins@example.org", "boss@example.org" },
        });
        channels[1].Should().BeEquivalentTo(new { Port = 25, Security = MailSecurity.None });
        channels[2].Should().BeEquivalentTo(new { Address = (string?)null, SecretAddress = new SecretSource(false, "SLACK_URL"), Authorities = "/etc/ssl/lab.pem" });
        channels[3].Should().BeEquivalentTo(new { Address = "https://ntfy.example.org/backups", Token = new SecretSource(true, "/run/secrets/ntfy") });
    }

    [Fact]
    public void Whom_a_run_tells_is_no_part_of_the_policy_that_is_judged_by()
        => Load(Written).Value!.Digest.Should().Be(PolicyRepositoryLoader.Load(Examples.Repository(Examples.Policy)).Value!.Digest);

    [Fact]
    public void A_file_that_the_policy_names_must_be_there()
    {
        var files = Examples.Repository(Examples.Policy + "locations: { notifications: whom.yaml }\n");

        PolicyRepositoryLoader.Load(files).Problems.Single().Code.Should().Be(ProblemCodes.ReferenceMissing.Code);
        PolicyRepositoryLoader.Load(files.With("whom.yaml", Written)).Value!.Notices!.Channels.Should().HaveCount(4);
    }

    [Theory]
    [InlineData("mail: [{ name: a, server: b, from: a@b, to: [a@b], login: { user: u, password: hunter2 } }]")]
    [InlineData("mail: [{ name: a, server: b, from: a@b, to: [a@b], login: 'u:hunter2' }]")]
    [InlineData("mail: [{ name: a, server: b, from: a@b, to: [a@b], password: hunter2 }]")]
    [InlineData("mail: [{ name: a, server: b, from: a@b, to: [a@b], login: { user: u, password: { file: hunter2 } } }]")]
    [InlineData("mail: [{ name: a, server: b, from: a@b, to: [a@b], login: { user: u, password: { value: hunter2 } } }]")]
    [InlineData("mail: smtp://u:hunter2@mail.example.org")]
    [InlineData("mail:\n  - name: a\n    server: b\n    from: a@b\n    to: [a@b]\n    password: &p hunter2\n")]
    [InlineData("mail:\n  - name: a\n    name: a\n    password: 'hunter2\n")]
    [InlineData("webhooks: [{ name: a, format: slack, url: https://hooks.slack.example/hunter2 }]")]
    [InlineData("webhooks: [{ name: a, format: json, url: 'https://u:hunter2@example.org/' }]")]
    [InlineData("webhooks: [{ name: a, format: json, url: 'https://example.org/?token=hunter2' }]")]
    [InlineData("webhooks: [{ name: a, format: ntfy, url: https://example.org/t, token: hunter2 }]")]
    [InlineData("webhooks: [{ name: a, format: ntfy, url: https://example.org/t, token: [hunter2] }]")]
    [InlineData("webhooks: [{ name: a, format: ntfy, url: https://example.org/t, token: { env: tk_hunter2 } }]")]
    [InlineData("webhooks: https://hooks.slack.example/hunter2")]
    [InlineData("webhooks: [https://hooks.slack.example/hunter2]")]
    [InlineData("password: hunter2")]
    [InlineData("hunter2: x: y")]
    [InlineData("password: \"hunter2\u001b[0m\"")]
    [InlineData("- hunter2")]
    [InlineData("hunter2")]
    public void What_may_be_a_secret_is_refused_and_never_shown(string yaml)
    {
        var parsed = Load(yaml);

        parsed.Value.Should().BeNull();
        parsed.Problems.Should().NotBeEmpty();
        ProblemText.Render(parsed.Problems, parsed.Sources).Should().NotContain("hunter2");
        string.Concat(parsed.Problems.Select(problem => $"{problem.Message} {problem.Fix} {problem.Edit}")).Should().NotContain("hunter2");
    }

    [Fact]
    public void Nothing_is_mended_there_because_a_diff_shows_the_lines_beside()
        => Load("mail:\n  - nmae: a\n    password: hunter2\n    server: b\n    security: startls\n    from: a@b\n    to: [a@b]\n").Problems
            .Should().HaveCountGreaterThan(1).And.OnlyContain(problem => problem.Edit == null);

    [Theory]
    [InlineData("mail.example.org", false)]
    [InlineData("127.evil.example.org", false)]
    [InlineData("127.0.0.53", true)]
    [InlineData("localhost", true)]
    public void Mail_in_clear_text_stays_on_this_machine(string server, bool isAllowed)
        => (Load($"mail: [{{ name: a, server: {server}, security: none, from: a@b, to: [a@b] }}]").Value is not null).Should().Be(isAllowed);

    [Theory]
    [InlineData("\"a@b\\r\\nBcc: x@y\"")]
    [InlineData("\"Bob <a@b>\"")]
    [InlineData("\"a@b, c@d\"")]
    public void An_address_that_could_break_a_header_is_refused(string address)
        => Load($"mail: [{{ name: a, server: b, from: {address}, to: [a@b] }}]").Value.Should().BeNull();

    private static Parsed<PolicyRepository> Load(string yaml) => PolicyRepositoryLoader.Load(Examples.Repository(Examples.Policy).With("notifications.yaml", yaml));
}
