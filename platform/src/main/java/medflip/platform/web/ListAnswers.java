package medflip.platform.web;

import medflip.platform.command.CommandRejected;
import medflip.platform.tenancy.PastGone;
import medflip.platform.tenancy.PastMoment;
import org.springframework.stereotype.Component;

/** Answers what another side asks of the lists here. */
@Component
public class ListAnswers {

    private final ListCheck lists;
    private final PastFiles past;

    ListAnswers(Listings lists, PastListings past) {
        this.lists = lists;
        this.past = past;
    }

    /** What isn't a refusal, but a fault, is thrown. */
    public ListAnswer answer(ListQuestion question) {
        ListAnswer checked = checked(question);
        PastMoment moment = question.moment();
        return moment == null || checked.refusal() != null ? checked : written(question, moment);
    }

    private ListAnswer checked(ListQuestion question) {
        try {
            lists.check(question.caller(), question.list());
            return ListAnswer.CAN_BE_ASKED;
        } catch (IllegalArgumentException refused) {
            return ListAnswer.refused(String.valueOf(refused.getMessage()));
        }
    }

    private ListAnswer written(ListQuestion question, PastMoment moment) {
        try {
            return ListAnswer.of(past.written(question.caller(), question.list(), moment));
        } catch (CommandRejected refused) {
            return ListAnswer.rejected(refused.reason());
        } catch (PastQuestions.InTheMaking making) {
            return ListAnswer.inTheMaking(making.percent());
        } catch (PastGone gone) {
            // Let go of just now; whoever asks again has it made.
            return ListAnswer.inTheMaking(0);
        }
    }
}
