using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads an entry of <c>webhooks:</c>.</summary>
internal sealed class WebhookReader(Action<Place> hide)
{
    private static readonly ValueReader<Placed<WebhookFormat>?> Format = Values.OneOf(
        ("json", WebhookFormat.Json), ("ntfy", WebhookFormat.Ntfy), ("gotify", WebhookFormat.Gotify), ("slack", WebhookFormat.Slack), ("teams", WebhookFormat.Teams));

    public WebhookChannel? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "webhook", field) is not { } fields)
        {
            return null;
        }

        var shared = ChannelReader.Read(fields);
        var format = fields.Required("format", Format, "Write what it takes: json, ntfy, gotify, slack or teams.");
        var address = fields.Required("url", Address, "Write its address, or where that is: url: { file: /etc/pve-compliance/NAME }.");
        var token = fields.Optional("token", SecretReader.With(hide));
        fields.Close();
        if (format is { Value: WebhookFormat.Slack or WebhookFormat.Teams } secret && address is { Text: not null })
        {
            hide(fields.PlaceOf("url"));
            fields.Problems.Add(
                ProblemCodes.AddressIsSecret, fields.PlaceOf("url"), $"whoever knows the address of a {(secret.Value == WebhookFormat.Slack ? "slack" : "teams")} webhook can post to it",
                "Keep it in a file that only the program's account can read, and write url: { file: /etc/pve-compliance/NAME }; or url: { env: NAME }.");
            return null;
        }

        return shared is null || format is null || address is null ? null : new WebhookChannel
        {
            Name = shared.Name,
            When = shared.When,
            Authorities = shared.Authorities,
            Place = fields.Place,
            Format = format.Value.Value,
            Address = address.Text,
            SecretAddress = address.Secret,
            Token = token,
        };
    }

    // One that does not fit may have its secret in it, such as ?token=.
    private WebhookAddress? Address(YamlNode node, Field field)
    {
        if (node is not YamlScalar scalar)
        {
            return SecretReader.With(hide)(node, field) is { } secret ? new WebhookAddress(null, secret) : null;
        }

        if (scalar.Kind == ScalarKind.Text && TextForms.WebhookAddress.Fits(scalar.Value))
        {
            return new WebhookAddress(scalar.Value, null);
        }

        hide(scalar.Place);
        field.Report(ProblemCodes.BadName, scalar.Place, $"\"{field.Name}\" is not {TextForms.WebhookAddress.Noun}", TextForms.WebhookAddress.Rule);
        return null;
    }

    private sealed record WebhookAddress(string? Text, SecretSource? Secret);
}
