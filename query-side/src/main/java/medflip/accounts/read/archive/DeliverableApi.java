package medflip.accounts.read.archive;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import medflip.platform.tenancy.Caller;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.web.ListAnswer;
import medflip.platform.web.ListAnswers;
import medflip.platform.web.ListQuestion;
import medflip.platform.web.PastListings;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a command side that is a process of its own what it must know of a list, where no Axon Server brings that. */
@Hidden
@RestController
class DeliverableApi {

    private final ListAnswers lists;
    private final PastListings past;

    DeliverableApi(ListAnswers lists, PastListings past) {
        this.lists = lists;
        this.past = past;
    }

    /** Whether the list could be delivered to who asks; with a position and a time, what it came to then. */
    @GetMapping("/api/deliverable")
    @Requires(Permission.EXPORT)
    ListAnswer findListAnswer(
            Caller caller,
            @RequestParam String list,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable Instant at) {
        PastMoment moment = position == null || at == null ? null : past.moment(caller.tenant(), position, at);
        return lists.answer(new ListQuestion(caller, list, moment));
    }
}
