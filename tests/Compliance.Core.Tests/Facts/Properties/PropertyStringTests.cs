using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Tests.Facts.Properties;

public sealed class PropertyStringTests
{
    [Fact]
    public void Bare_value_belongs_to_the_default_key()
        => Parse("x:vm-1-disk-0,size=4G").Values.Should().Equal(new Dictionary<string, string> { ["file"] = "x:vm-1-disk-0", ["size"] = "4G" });

    [Fact]
    public void Alias_and_its_key_are_the_same_key()
    {
        Parse("volume=a:b")["file"].Should().Be("a:b");
        Parse("volume=a:b,file=c:d").Error.Should().Be("duplicate key 'file'");
    }

    [Theory]
    [InlineData("a,b", "duplicate key 'file'")]
    [InlineData("a,nope=1", "unknown key 'nope'")]
    [InlineData("a,=1", "'=1' lacks a key")]
    [InlineData("a,size=", "'size=' lacks a value")]
    public void One_wrong_element_invalidates_the_whole(string text, string error)
    {
        var property = Parse(text);
        property.Error.Should().Be(error);
        property.Values.Should().BeEmpty();
    }

    [Fact]
    public void Empty_elements_are_passed_over() => Parse("a, ,,size=1").Error.Should().BeNull();

    [Theory]
    [InlineData("1", true)]
    [InlineData("ON", true)]
    [InlineData("yes", true)]
    [InlineData("off", false)]
    [InlineData("0", false)]
    [InlineData("2", null)]
    [InlineData("", null)]
    public void Booleans_have_four_words_each(string text, bool? value) => PropertyBoolean.Parse(text).Should().Be(value);

    private static PropertyString Parse(string text) => PropertyString.Parse(text, "file", key => key switch
    {
        "file" or "size" => key,
        "volume" => "file",
        _ => null,
    });
}
