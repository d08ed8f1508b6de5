using Compliance.Core.Facts.Retentions;

namespace Compliance.Core.Tests.Facts.Retentions;

public sealed class EffectiveRetentionTests
{
    [Theory]
    [InlineData("keep-last=3", "keep-daily=7", "keep-last=1", RetentionOrigin.Job, "keep-last=3")]
    [InlineData(null, "keep-daily=7", "keep-last=1", RetentionOrigin.Storage, "keep-daily=7")]
    [InlineData(null, null, "keep-last=1", RetentionOrigin.VzdumpConf, "keep-last=1")]
    [InlineData(null, null, null, RetentionOrigin.BuiltIn, "keep-all=1")]
    [InlineData(null, "keep-all=1", "keep-last=1", RetentionOrigin.Storage, "keep-all=1")]
    public void First_level_that_says_something_replaces_the_others(
        string? job, string? storage, string? conf, RetentionOrigin origin, string keep)
    {
        var effective = Resolve(job, storage, conf, null);
        effective.Origin.Should().Be(origin);
        effective.Keep.ToString().Should().Be(keep);
        effective.Refusal.Should().BeNull();
    }

    [Fact]
    public void Invalid_storage_property_is_dropped_with_its_reason()
    {
        var effective = Resolve(null, "keepdaily=7", "keep-last=1", null);
        effective.Origin.Should().Be(RetentionOrigin.VzdumpConf);
        effective.Dropped.Should().Equal((RetentionOrigin.Storage, "unknown key 'keepdaily'"));
    }

    [Fact]
    public void Remove_0_turns_the_retention_into_a_limit_at_which_backups_fail()
    {
        var effective = Resolve("keep-daily=7,keep-weekly=4", null, null, false);
        effective.IsPruning.Should().BeFalse();
        effective.BackupLimit.Should().Be(11);
        Resolve("keep-all=1", null, null, false).BackupLimit.Should().BeNull();
    }

    [Fact]
    public void Unknown_content_is_not_judged_and_wrong_content_is_refused()
    {
        EffectiveRetention.Resolve(new RetentionSources { StorageContent = null }).Refusal.Should().BeNull();
        EffectiveRetention.Resolve(new RetentionSources { StorageId = "x", StorageContent = "images,iso" }).Refusal
            .Should().Be("can't use storage 'x' for backups - wrong content type");
    }

    private static EffectiveRetention Resolve(string? job, string? storage, string? conf, bool? remove)
        => EffectiveRetention.Resolve(new RetentionSources
        {
            JobPruneBackups = job,
            StoragePruneBackups = storage,
            VzdumpConfPruneBackups = conf,
            JobRemove = remove,
        });
}
