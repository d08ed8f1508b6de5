using Compliance.Core.Facts.Guests;
using Compliance.Core.Tests.Disks;
using Xunit.Abstractions;
using static Compliance.Core.Tests.Disks.RecordedAnswers;

namespace Compliance.Core.Tests.Guests;

/// <summary>What the real API code lists as the volumes of a job, against what is read here from the same guests' configurations.</summary>
public sealed class RecordedVolumesTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    [InlineData("cluster")]
    [InlineData("large")]
    public void Every_guest_of_every_job_has_the_volumes_Proxmox_lists(string estate)
    {
        var answers = new RecordedAnswers(estate, "audit");
        var guests = 0;
        foreach (var guest in answers.Paths.Where(p => p.EndsWith("/included_volumes", StringComparison.Ordinal))
            .SelectMany(p => answers.Data(p).GetProperty("children").EnumerateArray()))
        {
            var config = answers.Paths.FirstOrDefault(p => p.EndsWith($"/{Text(guest, "type")}/{Text(guest, "id")}/config?current=1", StringComparison.Ordinal));
            if (config is null)
            {
                continue;
            }

            guests++;
            var listed = guest.GetProperty("children").EnumerateArray()
                .Select(v => (Text(v, "id")!.Split(':')[1], Text(v, "name")!, Text(v, "included") == "1"));
            GuestVolumes.Of(Text(guest, "type")!, answers.Data(config).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString()))
                .Select(v => (v.Key, v.VolumeId, v.IsIncluded))
                .Should().BeEquivalentTo(listed, $"{config} is so in {estate}");
        }

        output.WriteLine($"{estate}: {guests} guests of jobs compared");
        guests.Should().BePositive();
    }
}
