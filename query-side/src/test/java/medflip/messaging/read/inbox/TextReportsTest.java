package medflip.messaging.read.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.audit.read.timeline.TimelineViews;
import medflip.customers.read.people.PeopleViews;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.messaging.events.BlockReason;
import medflip.messaging.events.ConsentBasis;
import medflip.messaging.events.ConversationEvent.OptedOut;
import medflip.messaging.events.ConversationEvent.TextBlocked;
import medflip.messaging.events.ConversationEvent.TextPassed;
import medflip.messaging.events.ConversationEvent.TextProgressed;
import medflip.messaging.events.ConversationEvent.TextReceived;
import medflip.messaging.events.ConversationEvent.TextWritten;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.CorrespondentId;
import medflip.messaging.events.OptOutWay;
import medflip.messaging.events.TextStatus;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.QuerySide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TextReportsTest {

    private static final PersonalText WORDS = new PersonalText("$22 a box");

    private final ProjectionFixture fixture = ProjectionFixture.of(
            WorkspaceViews.projection(), PeopleViews.projection(), new InboxProjection(), TimelineViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final QuerySide owner = QuerySide.of(fixture.tenant());
    private final ConversationId one = conversation();
    private final ConversationId other = conversation();
    private final CorrespondentId who = CorrespondentId.of(fixture.tenant(), Ids.next());

    @BeforeEach
    void texted() {
        fixture.given(
                facts.signedUp(),
                facts.registered(facts.newCustomer(), "Pat Seller", number(one).value(), "Flyers"),
                new TextReceived(one, who, Ids.next(), number(one), new PersonalText("what do you pay?"), 0));
        sent(one, 2, TextStatus.DELIVERED, null);
        sent(one, 1, TextStatus.UNDELIVERED, 30003);
        sent(other, 1, TextStatus.UNDELIVERED, 30999);
        UUID blocked = written(other);
        fixture.given(
                new TextBlocked(other, blocked, List.of(BlockReason.OPTED_OUT, BlockReason.FORBIDDEN_WORDS)),
                new OptedOut(one, OptOutWay.BY_WORD));
    }

    @Test
    void each_month_tells_what_came_left_arrived_and_cost_and_who_had_enough() {
        assertThat(rows("texts-by-month"))
                .containsExactly("2026-11 1 3 1 2 1 333 2 1 500 4 5", "total  1 3 1 2 1  2 1  4 5");
        assertThat(rows("texts-by-month?from=2026-11-25"))
                .as("nothing came after that day")
                .hasSize(1);
        assertThat(rows("texts-by-month?to=2026-11-23")).as("nor before").hasSize(1);
        assertThat(rows("texts-by-month?from=2026-11-24&to=2026-11-24")).hasSize(2);
    }

    @Test
    void faults_are_told_in_plain_words_each_with_what_helps() {
        assertThat(rows("text-faults"))
                .containsExactlyInAnyOrder(
                        "Their phone was off or out of reach Try once more later 1 1",
                        "They want no texts Only they can start texts again, by texting START 1 1",
                        "Words that carriers block Say it in other words 1 1",
                        "Twilio's error 30999 Twilio's console tells more 1 1",
                        "total   4 ");
        assertThat(rows("text-faults?from=2026-11-25")).containsExactly("total   0 ");
    }

    @Test
    void all_texts_are_a_file_with_whose_number_it_is_and_why_one_did_not_arrive() {
        List<String> lines = owner.get("/api/texts.csv").body().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).contains(",Pat Seller,IN,what do you pay?,0,RECEIVED,");
        assertThat(lines.get(3)).contains(",OUT,$22 a box,0,UNDELIVERED,Their phone was off or out of reach,1,");
        assertThat(lines.get(5)).contains("They want no texts; Words that carriers block");
    }

    private void sent(ConversationId conversation, int parts, TextStatus end, @Nullable Integer errorCode) {
        UUID text = written(conversation);
        fixture.given(
                new TextPassed(
                        conversation,
                        who,
                        text,
                        number(conversation),
                        WORDS,
                        false,
                        parts,
                        ConsentBasis.BY_PHONE,
                        List.of("America/New_York"),
                        Instant.parse("2026-11-24T15:00:00Z")),
                new TextProgressed(conversation, text, end, "SM1", errorCode));
    }

    private UUID written(ConversationId conversation) {
        UUID text = Ids.next();
        fixture.given(new TextWritten(conversation, who, text, number(conversation), WORDS, null, null));
        return text;
    }

    private PhoneNumber number(ConversationId conversation) {
        return new PhoneNumber(conversation.equals(one) ? "+16175550301" : "+16175550302");
    }

    private ConversationId conversation() {
        return ConversationId.of(fixture.tenant(), Ids.next());
    }

    /** Each row as its cells side by side, and the row of sums. */
    private List<String> rows(String report) {
        JsonNode answer = owner.json("/api/reports/" + report);
        List<String> rows = new ArrayList<>();
        answer.get("rows").forEach(row -> rows.add(cells(row)));
        rows.add("total " + cells(answer.get("total")));
        return rows;
    }

    private static String cells(JsonNode row) {
        List<String> cells = new ArrayList<>();
        row.get("cells").forEach(cell -> cells.add(cell.asString()));
        return String.join(" ", cells);
    }
}
