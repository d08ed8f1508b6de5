using System.Globalization;
using Compliance.Core.Facts.RestorePoints;
using CsCheck;

namespace Compliance.Core.Tests.Facts.RestorePoints;

public sealed class SizeComparisonTests
{
    [Theory]
    [InlineData(1000, SizeVerdict.Normal, "1000 1000 1000 1000 1000")]
    [InlineData(750, SizeVerdict.Normal, "1000 1000 1000 1000 1000")]
    [InlineData(749, SizeVerdict.Shrunken, "1000 1000 1000 1000 1000")]
    [InlineData(1250, SizeVerdict.Normal, "1000 1000 1000 1000 1000")]
    [InlineData(1251, SizeVerdict.Grown, "1000 1000 1000 1000 1000")]
    [InlineData(400, SizeVerdict.Shrunken, "1000 1010 990 20 1005")]
    [InlineData(1500, SizeVerdict.Normal, "800 900 1000 1100 1200")]
    [InlineData(99, SizeVerdict.Shrunken, "100 500 1000 5000 9000")]
    [InlineData(1000, SizeVerdict.TooFew, "1000 1000 1000 1000")]
    [InlineData(1000, SizeVerdict.TooFew, "1000 1000 1000 1000 0 1")]
    [InlineData(0, SizeVerdict.Empty, "1000")]
    [InlineData(1, SizeVerdict.Empty, "1000 1000 1000 1000 1000")]
    public void Size_is_judged_by_its_own_history(long size, SizeVerdict verdict, string earlier)
        => SizeComparison.Of(size, earlier.Split(' ').Select(bytes => long.Parse(bytes, CultureInfo.InvariantCulture))).Should().Be(verdict);

    [Fact]
    public void Order_of_the_history_does_not_matter_and_nothing_overflows()
        => Gen.Long.Array[0, 12].Sample(sizes => sizes.Length == 0
            || SizeComparison.Of(sizes[0], sizes[1..]) == SizeComparison.Of(sizes[0], sizes[1..].Reverse()));
}
