using Compliance.Core.Assessments;

namespace Compliance.Core.Tests.Assessments;

public sealed class NaturalOrderTests
{
    [Fact]
    public void Numbers_in_ids_count_as_numbers()
        => new[] { "qemu/100/scsi10", "qemu/100", "qemu/9", "lxc/200", "qemu/100/scsi2", "qemu/0100" }
            .Order(NaturalOrder.Comparer)
            .Should().Equal("lxc/200", "qemu/9", "qemu/0100", "qemu/100", "qemu/100/scsi2", "qemu/100/scsi10");
}
