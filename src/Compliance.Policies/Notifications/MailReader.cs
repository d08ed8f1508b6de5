using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads an entry of <c>mail:</c>.</summary>
internal sealed class MailReader(Action<Place> hide)
{
    private static readonly ValueReader<Placed<MailSecurity>?> Security = Values.OneOf(
        ("starttls", MailSecurity.StartTls), ("tls", MailSecurity.Tls), ("none", MailSecurity.None));

    public MailChannel? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "mail channel", field) is not { } fields)
        {
            return null;
        }

        var shared = ChannelReader.Read(fields);
        var server = fields.Required("server", Values.Of(TextForms.HostName), "Name the mail server, such as server: mail.example.org.");
        var port = fields.Optional("port", Values.Integer(1, 65535));
        var security = fields.Optional("security", Security);
        var login = fields.Optional("login", Login);
        var from = fields.Required("from", Values.Of(TextForms.MailAddress), "Write who sends, such as from: backup@example.org.");
        var to = fields.Required("to", Lists.Of(Values.Of(TextForms.MailAddress)), "Write who is told, such as to: [admins@example.org].");
        fields.Close();
        if (server is not { } named)
        {
            return null;
        }

        var how = security?.Value ?? MailSecurity.StartTls;
        if (how == MailSecurity.None && !IsThisMachine(named.Value))
        {
            fields.Problems.Add(
                ProblemCodes.NoticeInClear, fields.PlaceOf("security"), $"\"{named.Value}\" is another machine, and the mail would go there in clear text",
                "Write security: starttls or security: tls, or name the mail server of this machine, localhost.");
        }

        return shared is null || from is null || to.IsDefaultOrEmpty ? null : new MailChannel
        {
            Name = shared.Name,
            When = shared.When,
            Authorities = shared.Authorities,
            Place = fields.Place,
            Server = named.Value,
            Port = port?.Value ?? DefaultPort(how),
            Security = how,
            Login = login,
            From = from.Value.Value,
            To = [.. to.Select(address => address.Value)],
        };
    }

    private MailLogin? Login(YamlNode node, Field field)
    {
        if (node is not YamlMapping)
        {
            hide(node.Place); // user:password in one is what others take
            field.Report(ProblemCodes.WrongType, node.Place, "\"login\" must be a login with settings below it", "Write login: { user: NAME, password: { file: /etc/pve-compliance/smtp } }.");
            return null;
        }

        if (Fields.Of(node, "login", field) is not { } fields)
        {
            return null;
        }

        var user = fields.Required("user", Values.Text, "Name the account.");
        var password = fields.Required("password", SecretReader.With(hide), "Write where its password is, such as password: { file: /etc/pve-compliance/smtp }.");
        fields.Close();
        return user is null || password is null ? null : new MailLogin(user.Value.Value, password);
    }

    private static bool IsThisMachine(string server) => server is "localhost" || server.StartsWith("127.", StringComparison.Ordinal) && System.Net.IPAddress.TryParse(server, out _);

    private static int DefaultPort(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => 587,
        MailSecurity.Tls => 465,
        _ => 25,
    };
}
