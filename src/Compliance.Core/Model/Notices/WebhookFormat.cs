namespace Compliance.Core.Model;

/// <summary>What a webhook takes.</summary>
public enum WebhookFormat
{
    /// <summary>A document of ours: <c>schemas/notice.schema.json</c>.</summary>
    Json,

    /// <summary>ntfy (docs.ntfy.sh/publish): the text as body, title and priority as headers.</summary>
    Ntfy,

    /// <summary>Gotify (gotify.net/docs/pushmsg): <c>POST /message</c> with title, message and priority.</summary>
    Gotify,

    /// <summary>A Slack incoming webhook (docs.slack.dev): blocks of plain text.</summary>
    Slack,

    /// <summary>A Teams workflow that takes an Adaptive Card in a message.</summary>
    Teams,
}
