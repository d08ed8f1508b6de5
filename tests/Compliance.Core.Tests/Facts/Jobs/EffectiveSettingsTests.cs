using Compliance.Core.Facts.Jobs;
using Compliance.Core.Model;

namespace Compliance.Core.Tests.Facts.Jobs;

public sealed class EffectiveSettingsTests
{
    [Fact]
    public void Value_names_the_level_that_set_it()
    {
        var settings = Of("compress=0", "compress=zstd,mode=suspend");
        settings["compress"].Value.Should().Be(new EffectiveSetting("0", SettingOrigin.Job));
        settings["mode"].Value.Should().Be(new EffectiveSetting("suspend", SettingOrigin.VzdumpConf));
        settings["ionice"].Value.Should().Be(new EffectiveSetting("7", SettingOrigin.BuiltIn));
        settings["script"].Value.Should().Be(new EffectiveSetting(null, SettingOrigin.BuiltIn));
    }

    [Theory]
    [InlineData("dumpdir=/x", "storage=bk", null, SettingOrigin.Job)]
    [InlineData("", "dumpdir=/x", null, SettingOrigin.VzdumpConf)]
    [InlineData("", "storage=bk", "bk", SettingOrigin.VzdumpConf)]
    [InlineData("", "", "local", SettingOrigin.BuiltIn)]
    public void Folder_of_a_level_hides_the_storage_below(string job, string conf, string? storage, SettingOrigin origin)
        => Of(job, conf)["storage"].Value.Should().Be(new EffectiveSetting(storage, origin));

    [Theory]
    [InlineData("", "mailto=a@example.com", NotificationPath.LegacySendmail)]
    [InlineData("mailto=", "mailto=a@example.com", NotificationPath.NotificationSystem)]
    [InlineData("notification-mode=legacy-sendmail", "", NotificationPath.None)]
    [InlineData("notification-mode=notification-system", "mailto=a@example.com", NotificationPath.NotificationSystem)]
    public void Address_decides_the_path_unless_the_mode_does(string job, string conf, NotificationPath path)
        => Of(job, conf).Notifications.Value.Should().Be(path);

    private static EffectiveSettings Of(string job, string conf) => new(Read(job), Observation.Known<IReadOnlyDictionary<string, string>>(Read(conf)));

    private static Dictionary<string, string> Read(string level)
        => level.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
