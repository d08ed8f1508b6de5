using System.Text;
using System.Text.Json.Nodes;
using Compliance.Core.Model;

namespace Compliance.Proxmox.Tests;

public class Inventory_files
{
    private static InventoryException Refuse(string text)
    {
        var parse = () => InventoryFile.Parse(Encoding.UTF8.GetBytes(text), "inventory.json");
        return parse.Should().Throw<InventoryException>().Where(e => e.Fault == InventoryFault.BadFile && !e.Message.Contains('\n')).Which;
    }

    [Theory]
    [InlineData("", "inventory.json:1:1 is not a readable inventory: ")]
    [InlineData("null", "inventory.json is not an inventory: no JSON object")]
    [InlineData("[]", "inventory.json is not an inventory: no JSON object")]
    [InlineData("version: 1\n", "inventory.json:1:1 is not a readable inventory: 'v' is an invalid start of a value")]
    [InlineData("{}", "inventory.json is not an inventory: it has no version")]
    [InlineData("{\"version\":\"1\"}", "inventory.json is not an inventory: its version is no positive number")]
    [InlineData("{\"name\":\"x\",\"version\":2}", "inventory.json was made by a newer pve-compliance (inventory version 2, this one reads 1); update this one")]
    [InlineData("{\"version\":1}", "inventory.json:1:14 is not a readable inventory: 'name', 'collectedAt'")]
    [InlineData("{\"version\":1,\n \"name\":7}", "inventory.json:2:10 is not a readable inventory: ")]
    [InlineData("{\"version\":1,\"version\":1}", "inventory.json:1:24 is not a readable inventory: ")]
    [InlineData("{\"version\":1,\n \"guests\":[]}", "inventory.json:2:12 is not a readable inventory: a value of another type is wanted here ($.guests); write it again")]
    [InlineData("{\"version\":1,\n \"guests\":null}", "inventory.json:2:15 is not a readable inventory: null is not a value here ($.guests); write it again")]
    public void Wrong_file_is_explained_in_one_line(string text, string message)
        => Refuse(text).Message.Should().StartWith(message);

    [Fact]
    public async Task Every_cut_of_a_file_is_refused_with_its_place()
    {
        var text = Encoding.UTF8.GetString(InventoryFile.Format(await Rig.CollectAsync(Rig.Sample("compliant"), "audit")));

        for (var length = 0; length < text.TrimEnd().Length; length += 997)
        {
            Refuse(text[..length]).Message.Should().MatchRegex(@"^inventory\.json:\d+:\d+ is not a readable inventory: ");
        }
    }

    [Fact]
    public async Task Place_of_a_fault_deep_in_a_row_is_its_line()
    {
        var text = Encoding.UTF8.GetString(InventoryFile.Format(await Rig.CollectAsync(Rig.Sample("compliant"), "audit")));
        var lines = text.Split('\n');
        var line = Array.FindIndex(lines, l => l.Contains("\"volumeId\"", StringComparison.Ordinal) && l.Contains("createdAt", StringComparison.Ordinal));
        lines[line] = lines[line].Replace("\"isRenamed\":false", "\"isRenamed\":\"no\"", StringComparison.Ordinal);

        Refuse(string.Join('\n', lines)).Message.Should().StartWith($"inventory.json:{line + 1}:");
    }

    [Fact]
    public async Task Unknown_members_and_a_byte_order_mark_do_not_matter()
    {
        var file = InventoryFile.Format(await Rig.CollectAsync(Rig.Sample("compliant"), "audit"));
        var text = Encoding.UTF8.GetString(file).Replace("\"isOnline\"", "\"later\": {\"x\": [1]}, \"isOnline\"", StringComparison.Ordinal);

        var read = InventoryFile.Parse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], "inventory.json");

        InventoryFile.Format(read).Should().Equal(file);
    }

    [Fact]
    public async Task File_is_indented_with_line_feeds_and_no_mark()
    {
        var file = InventoryFile.Format(await Rig.CollectAsync(Rig.Sample("compliant"), "audit"));

        file[0].Should().Be((byte)'{');
        file[^1].Should().Be((byte)'\n');
        file.Should().NotContain((byte)'\r');
        Encoding.UTF8.GetString(file).Should().StartWith("{\n  \"version\": 1,\n  \"name\": \"pve1\",\n");
    }

    [Fact]
    public async Task File_is_read_from_disk_and_a_missing_one_is_named()
    {
        var inventory = await Rig.CollectAsync(Rig.Sample("compliant"), "audit");
        using var file = new ScratchFile(Encoding.UTF8.GetString(InventoryFile.Format(inventory)));

        var read = await new InventoryFile(file.Path).CollectAsync(CollectionScope.Everything, CancellationToken.None);
        InventoryFile.Format(read).Should().Equal(InventoryFile.Format(inventory));

        var missing = () => new InventoryFile(file.Path + ".missing").CollectAsync(CollectionScope.Everything, CancellationToken.None);
        (await missing.Should().ThrowAsync<InventoryException>()).Which.Message.Should().StartWith($"cannot read the inventory {file.Path}.missing: ");
    }

    [Theory]
    [InlineData("exclude")]
    [InlineData("vmIds")]
    [InlineData("excludePaths")]
    public async Task List_that_is_not_there_is_not_empty(string member)
    {
        var file = JsonNode.Parse(InventoryFile.Format(await Rig.CollectAsync(Rig.Sample("compliant"), "audit")))!;
        file["jobs"]!["rows"]![0]!.AsObject().Remove(member);
        Refuse(file.ToJsonString()).Message.Should().Contain($"is not a readable inventory: '{member}' missing in $.jobs.rows");
    }

    [Theory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public async Task Schema_and_reader_refuse_the_same_mutations(string estate)
    {
        var file = InventoryFile.Format(await Rig.CollectAsync(Rig.Sample(estate), "audit"));
        var (refused, accepted, disagreements) = (0, 0, new List<string>());
        foreach (var (what, mutant) in InventoryMutations.Of(JsonNode.Parse(file)!.AsObject()))
        {
            var bytes = Encoding.UTF8.GetBytes(mutant);
            var isValid = (await InventorySchema.ValidateAsync(bytes)).Count == 0;
            if (isValid != IsReadable(bytes))
            {
                disagreements.Add($"{what}: {(isValid ? "only the schema accepts" : "only the reader accepts")}");
            }

            (refused, accepted) = isValid ? (refused, accepted + 1) : (refused + 1, accepted);
        }

        disagreements.Should().BeEmpty();
        refused.Should().BeGreaterThan(400);
        accepted.Should().BeGreaterThan(30, "optional members may be left out");
    }

    private static bool IsReadable(byte[] bytes)
    {
        try
        {
            InventoryFile.Parse(bytes, "inventory.json");
            return true;
        }
        catch (InventoryException)
        {
            return false;
        }
    }
}
