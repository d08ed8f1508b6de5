namespace Compliance.Notifications;

/// <summary>An attempt that failed. Its message is for people and holds no secret.</summary>
internal sealed class DeliveryException : Exception
{
    private DeliveryException(string message, bool mayPass, TimeSpan? pause)
        : base(message)
    {
        MayPass = mayPass;
        Pause = pause;
    }

    /// <summary>Whether another attempt may succeed.</summary>
    public bool MayPass { get; }

    /// <summary>How long the server asks to wait; null when it does not say.</summary>
    public TimeSpan? Pause { get; }

    public static DeliveryException Final(string message) => new(message, mayPass: false, pause: null);

    public static DeliveryException Passing(string message, TimeSpan? pause = null) => new(message, mayPass: true, pause);
}
