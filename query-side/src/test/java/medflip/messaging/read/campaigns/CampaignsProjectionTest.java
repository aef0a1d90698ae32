package medflip.messaging.read.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.messaging.events.CampaignEvent.CampaignStarted;
import medflip.messaging.events.CampaignEvent.RecipientsChosen;
import medflip.messaging.events.CampaignId;
import medflip.messaging.events.ConsentBasis;
import medflip.messaging.events.ConversationEvent.SecondTryPlanned;
import medflip.messaging.events.ConversationEvent.TextPassed;
import medflip.messaging.events.ConversationEvent.TextProgressed;
import medflip.messaging.events.ConversationEvent.TextWritten;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.CorrespondentId;
import medflip.messaging.events.TextStatus;
import medflip.messaging.read.inbox.InboxViews;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.QuerySide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CampaignsProjectionTest {

    private static final PhoneNumber NUMBER = new PhoneNumber("+16175550303");
    private static final PersonalText WORDS = new PersonalText("We pay $22 a box");
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final ProjectionFixture fixture = ProjectionFixture.of(
            WorkspaceViews.projection(), PeopleViews.projection(), InboxViews.projection(), new CampaignsProjection());
    private final Facts facts = new Facts(fixture.tenant());
    private final QuerySide owner = QuerySide.of(fixture.tenant());
    private final CampaignId campaign = CampaignId.of(fixture.tenant(), Ids.next());
    private final CustomerId customer = facts.newCustomer();
    private final ConversationId conversation = ConversationId.of(fixture.tenant(), Ids.next());
    private final CorrespondentId who = CorrespondentId.of(fixture.tenant(), Ids.next());
    private final UUID first = campaign.textTo(customer.local());

    @Test
    void a_text_that_arrived_at_the_second_try_has_arrived_once_and_was_paid_for_twice() {
        UUID second = Ids.next();
        fixture.given(
                facts.signedUp(),
                facts.registered(customer, "Pat Seller", NUMBER.value(), "Flyers"),
                new CampaignStarted(
                        campaign,
                        AccountId.of(fixture.tenant(), Ids.next()),
                        new PersonalText("November"),
                        WORDS,
                        1,
                        60),
                new RecipientsChosen(campaign, List.of(customer.local())),
                new TextWritten(conversation, who, first, NUMBER, WORDS, null, campaign),
                passed(first),
                new TextProgressed(conversation, first, TextStatus.UNDELIVERED, "SM1", 30003));
        assertThat(counts()).isEqualTo("1 recipients, 1 failed, 0 delivered, 2 parts");

        fixture.given(
                new SecondTryPlanned(conversation, first, second, NOON.plusSeconds(3600)),
                passed(second),
                new TextProgressed(conversation, second, TextStatus.DELIVERED, "SM2", null));
        assertThat(counts()).isEqualTo("1 recipients, 0 failed, 1 delivered, 4 parts");
        JsonNode report = owner.json("/api/reports/campaign-results?from=2026-01-01&to=2030-12-31");
        assertThat(report.get("rows").get(0).get("cells").valueStream().map(JsonNode::asString))
                .as("people, delivered, failed, blocked, share, parts, cost in cents")
                .endsWith("1", "1", "0", "0", "1000", "4", "5");
    }

    private TextPassed passed(UUID text) {
        return new TextPassed(
                conversation,
                who,
                text,
                NUMBER,
                WORDS,
                false,
                2,
                ConsentBasis.BY_PHONE,
                List.of("America/New_York"),
                NOON);
    }

    private String counts() {
        JsonNode counts = owner.json("/api/campaigns/" + campaign.local()).get("counts");
        return "%s recipients, %s failed, %s delivered, %s parts"
                .formatted(
                        counts.get("recipients"), counts.get("failed"), counts.get("delivered"), counts.get("parts"));
    }
}
