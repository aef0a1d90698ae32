package medflip.deals.write;

import java.time.LocalTime;
import java.util.UUID;
import medflip.deals.events.Carrier;
import medflip.deals.events.DeliveryEvent.AppointmentMade;
import medflip.deals.events.DeliveryEvent.AppointmentMissed;
import medflip.deals.events.DeliveryEvent.BoxesLost;
import medflip.deals.events.DeliveryEvent.BoxesSent;
import medflip.deals.events.DeliveryEvent.ClaimOpened;
import medflip.deals.events.DeliveryEvent.ClaimSettled;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.DeliveryEvent.LabelVoided;
import medflip.deals.write.DeliveryCommand.LoseBoxes;
import medflip.deals.write.DeliveryCommand.MakeAppointment;
import medflip.deals.write.DeliveryCommand.MakeLabel;
import medflip.deals.write.DeliveryCommand.MissAppointment;
import medflip.deals.write.DeliveryCommand.OpenClaim;
import medflip.deals.write.DeliveryCommand.SendBoxes;
import medflip.deals.write.DeliveryCommand.SettleClaim;
import medflip.deals.write.DeliveryCommand.VoidLabel;
import medflip.deals.write.InspectionCommand.ReceiveBoxes;
import medflip.kernel.PersonalText;
import org.junit.jupiter.api.Test;

class DeliveryTest extends DealSpec {

    private static final UUID LABEL = new UUID(5, 5);
    private static final PersonalText TRACKING = new PersonalText("9400 1000");
    private static final PersonalText PLACE = new PersonalText("Walmart, Main Street");
    private static final LabelMade LABEL_MADE =
            new LabelMade(DEAL, CUSTOMER, LABEL, Carrier.USPS, TRACKING, usd("8.15"), TODAY);
    private static final BoxesSent SENT = new BoxesSent(DEAL, TODAY);
    private static final AppointmentMade APPOINTED =
            new AppointmentMade(DEAL, CUSTOMER, IN_A_WEEK, LocalTime.NOON, PLACE, TODAY);
    private static final ClaimOpened CLAIMED = new ClaimOpened(DEAL, CUSTOMER, usd("30.00"), null, TODAY);

    @Test
    void an_accepted_deal_gets_a_label() {
        given(quoted(line(1, 2, "15.00")), accepted());
        when(makeLabel());
        then(LABEL_MADE);
    }

    @Test
    void the_same_label_again_changes_nothing() {
        given(quoted(line(1, 2, "15.00")), accepted(), LABEL_MADE);
        when(makeLabel());
        thenNothing();
    }

    @Test
    void there_is_no_label_before_the_offer_is_taken() {
        given(quoted(line(1, 2, "15.00")));
        when(makeLabel());
        thenRejected(DealRejection.NOT_ACCEPTED);
    }

    @Test
    void a_label_is_voided_once_and_not_after_the_boxes_came() {
        given(quoted(line(1, 2, "15.00")), accepted(), LABEL_MADE);
        when(new VoidLabel(DEAL, LABEL, TODAY));
        then(new LabelVoided(DEAL, LABEL, usd("8.15"), TODAY));
        given(quoted(line(1, 2, "15.00")), accepted(), LABEL_MADE, new LabelVoided(DEAL, LABEL, usd("8.15"), TODAY));
        when(new VoidLabel(DEAL, LABEL, TODAY));
        thenRejected(DealRejection.NO_SUCH_LABEL);
        given(quoted(line(1, 2, "15.00")), accepted(), LABEL_MADE, boxesReceived());
        when(new VoidLabel(DEAL, LABEL, TODAY));
        thenRejected(DealRejection.NO_SUCH_LABEL);
    }

    @Test
    void boxes_are_sent_once() {
        given(quoted(line(1, 2, "15.00")), accepted());
        when(new SendBoxes(DEAL, TODAY));
        then(SENT);
        given(quoted(line(1, 2, "15.00")), accepted(), SENT);
        when(new SendBoxes(DEAL, TODAY));
        thenRejected(DealRejection.ALREADY_SENT);
    }

    @Test
    void nothing_is_sent_before_the_offer_is_taken() {
        given(quoted(line(1, 2, "15.00")));
        when(new SendBoxes(DEAL, TODAY));
        thenRejected(DealRejection.NOT_ACCEPTED);
    }

    @Test
    void a_meeting_can_be_arranged_before_the_offer_is_taken() {
        given(quoted(line(1, 2, "15.00")));
        when(new MakeAppointment(DEAL, IN_A_WEEK, LocalTime.NOON, PLACE, TODAY));
        then(APPOINTED);
    }

    @Test
    void a_meeting_can_not_be_arranged_once_the_boxes_are_here() {
        given(quoted(line(1, 2, "15.00")), accepted(), boxesReceived());
        when(new MakeAppointment(DEAL, IN_A_WEEK, LocalTime.NOON, PLACE, TODAY));
        thenRejected(DealRejection.ALREADY_RECEIVED);
    }

    @Test
    void who_does_not_come_has_missed_one_appointment() {
        given(quoted(line(1, 2, "15.00")), APPOINTED);
        when(new MissAppointment(DEAL, TODAY));
        then(new AppointmentMissed(DEAL, TODAY));
        given(quoted(line(1, 2, "15.00")), APPOINTED, new AppointmentMissed(DEAL, TODAY));
        when(new MissAppointment(DEAL, TODAY));
        thenRejected(DealRejection.NO_APPOINTMENT);
    }

    @Test
    void only_what_was_sent_gets_lost() {
        given(quoted(line(1, 2, "15.00")), accepted(), SENT);
        when(new LoseBoxes(DEAL, TODAY));
        then(new BoxesLost(DEAL, TODAY));
        given(quoted(line(1, 2, "15.00")), accepted());
        when(new LoseBoxes(DEAL, TODAY));
        thenRejected(DealRejection.NOT_SENT);
    }

    @Test
    void lost_boxes_that_turn_up_are_received() {
        given(quoted(line(1, 2, "15.00")), accepted(), SENT, new BoxesLost(DEAL, TODAY));
        when(new ReceiveBoxes(DEAL, TODAY));
        then(boxesReceived());
    }

    @Test
    void a_claim_is_opened_for_what_was_sent_and_one_at_a_time() {
        given(quoted(line(1, 2, "15.00")), accepted(), SENT);
        when(new OpenClaim(DEAL, usd("30.00"), null, TODAY));
        then(CLAIMED);
        given(quoted(line(1, 2, "15.00")), accepted(), SENT, CLAIMED);
        when(new OpenClaim(DEAL, usd("30.00"), null, TODAY));
        thenRejected(DealRejection.CLAIM_OPEN);
        given(quoted(line(1, 2, "15.00")), accepted());
        when(new OpenClaim(DEAL, usd("30.00"), null, TODAY));
        thenRejected(DealRejection.NOT_SENT);
    }

    @Test
    void an_open_claim_is_settled_once() {
        given(quoted(line(1, 2, "15.00")), accepted(), SENT, CLAIMED);
        when(new SettleClaim(DEAL, usd("10.00"), TODAY));
        then(new ClaimSettled(DEAL, usd("10.00"), TODAY));
        given(quoted(line(1, 2, "15.00")), accepted(), SENT, CLAIMED, new ClaimSettled(DEAL, usd("10.00"), TODAY));
        when(new SettleClaim(DEAL, usd("10.00"), TODAY));
        thenRejected(DealRejection.NO_CLAIM);
    }

    private static MakeLabel makeLabel() {
        return new MakeLabel(DEAL, LABEL, Carrier.USPS, TRACKING, usd("8.15"), TODAY);
    }
}
