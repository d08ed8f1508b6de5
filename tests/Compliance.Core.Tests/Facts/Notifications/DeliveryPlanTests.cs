using System.Collections.Immutable;
using Compliance.Core.Facts.Notifications;
using Compliance.Core.Model;

namespace Compliance.Core.Tests.Facts.Notifications;

public sealed class DeliveryPlanTests
{
    private static readonly Gap Gap = new("/access/users", "the list is filtered silently", "Sys.Audit on /access/groups");

    private static readonly NotificationMatcher ToAll = new() { Name = "m", Mode = "all", Targets = ["mail", "phone", "gone", "off"] };

    private static readonly ImmutableArray<NotificationTarget> Targets =
    [
        Mail("mail", ["ops@lab.example"], ["root@pam", "silent@pve"]),
        new("phone", "gotify", false, Observation.Known(new MailRecipients([], []))),
        Mail("off", ["off@lab.example"], []) with { IsDisabled = true },
        Mail("root", [], ["root@pam"]),
    ];

    private static readonly ImmutableArray<UserState> Users =
        [new("root@pam", true, null, "root@lab.example"), new("silent@pve", true, null, null)];

    [Fact]
    public void Recipients_are_addresses_of_mail_and_names_of_other_targets()
        => Of([ToAll]).Recipients.Value.Should().Equal("ops@lab.example", "phone", "root@lab.example");

    [Fact]
    public void Root_without_an_address_hears_nothing()
    {
        var plan = new DeliveryPlan(
            Rows([ToAll with { Targets = ["root"] }]), Rows(Targets), Rows(Users.SetItem(0, new UserState("root@pam", true, null, " "))));
        plan.Of(NotificationEvent.FailedBackup("pve1", null)).ReachesSomebody.Should().BeEquivalentTo(Observation.Known(false));
    }

    [Fact]
    public void Hidden_user_is_not_one_without_address()
    {
        var plan = new DeliveryPlan(Rows([ToAll with { Targets = ["root"] }]), Rows(Targets), new Listing<UserState>([], Gap));
        var told = plan.Of(NotificationEvent.FailedBackup("pve1", null));
        told.ReachesSomebody.Unreadable.Should().Be(Gap);
        told.Recipients.Unreadable.Should().Be(Gap);
    }

    [Fact]
    public void One_certain_recipient_is_proof_whatever_else_could_not_be_seen()
    {
        var plan = new DeliveryPlan(Rows([ToAll]), new Listing<NotificationTarget>(Targets, Gap), new Listing<UserState>([], Gap));
        var told = plan.Of(NotificationEvent.FailedBackup("pve1", null));
        told.ReachesSomebody.Value.Should().BeTrue();
        told.Recipients.IsKnown.Should().BeFalse("there may be more");
    }

    [Fact]
    public void Matcher_for_office_hours_is_no_proof()
    {
        var told = Of([ToAll with { Calendars = ["mon..fri 8-17"] }]);
        told.ReachesSomebody.IsKnown.Should().BeFalse();
        told.Doubt!.Reason.Should().Contain("mon..fri 8-17");
        Of([ToAll with { Calendars = ["mon..fri 8-17"] }, ToAll]).Recipients.IsKnown.Should().BeTrue("the other matcher tells the same people always");
    }

    [Fact]
    public void Mailbox_of_the_node_is_told_and_proves_nothing()
    {
        var plan = new DeliveryPlan(Rows([ToAll]), Rows([Mail("mail", ["root"], [])]), Rows(Users));
        var told = plan.Of(NotificationEvent.FailedBackup("pve1", null));
        told.Recipients.Value.Should().Equal("root");
        told.ReachesSomebody.Unreadable!.Reason.Should().StartWith("root: a mailbox of the node itself");
    }

    [Fact]
    public void Target_of_a_type_nobody_knows_is_in_doubt()
    {
        var plan = new DeliveryPlan(Rows([ToAll]), Rows([Targets[1] with { Type = "pager" }]), Rows(Users));
        plan.Of(NotificationEvent.FailedBackup("pve1", null)).ReachesSomebody.IsKnown.Should().BeFalse();
    }

    private static Delivery Of(ImmutableArray<NotificationMatcher> matchers)
        => new DeliveryPlan(Rows(matchers), Rows(Targets), Rows(Users)).Of(NotificationEvent.FailedBackup("pve1", null));

    private static Listing<T> Rows<T>(ImmutableArray<T> rows) => new(rows, null);

    private static NotificationTarget Mail(string name, ImmutableArray<string> addresses, ImmutableArray<string> users)
        => new(name, "sendmail", false, Observation.Known(new MailRecipients(addresses, users)));
}
