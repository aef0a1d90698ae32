package medflip.launcher.command;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.routing.RoutedQuestions;
import medflip.platform.tenancy.Caller;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.view.PastViews;
import medflip.platform.web.ListAnswer;
import medflip.platform.web.ListCheck;
import medflip.platform.web.ListQuestion;
import medflip.platform.web.PastFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;

/** Asks a query side about lists: by way of Axon Server, where there is one that knows one, otherwise over HTTP. */
class ListsElsewhere implements ListCheck, PastFiles {

    /** How often a query side is asked that has to make the moment first; it waits for a while itself. */
    private static final int ATTEMPTS = 3;

    private final @Nullable RoutedQuestions routed;
    private final ListsOverHttp overHttp;
    private final PastViews past;
    private final Clock clock;

    /** @param querySide where this process reaches a query side, such as {@code http://query-side:8083} */
    ListsElsewhere(
            @Value("${medflip.query-side}") URI querySide,
            ObjectProvider<RoutedQuestions> routed,
            PastViews past,
            Clock clock) {
        this.routed = routed.getIfAvailable();
        this.overHttp = new ListsOverHttp(querySide);
        this.past = past;
        this.clock = clock;
    }

    @Override
    public void check(Caller caller, String list) {
        ask(new ListQuestion(caller, list, null)).told();
    }

    @Override
    public PastMoment now(TenantId tenant) {
        return past.now(tenant, clock.instant())
                .orElseThrow(() -> new CommandRejected(RequestRejection.BEFORE_BEGINNING));
    }

    @Override
    public Written written(Caller caller, String list, PastMoment moment) {
        ListQuestion question = new ListQuestion(caller, list, moment);
        ListAnswer answer = ask(question);
        for (int attempt = 1; attempt < ATTEMPTS && answer.percent() != null; attempt++) {
            answer = ask(question);
        }
        return Objects.requireNonNull(answer.told(), "The query side doesn't say what the list came to");
    }

    private ListAnswer ask(ListQuestion question) {
        Optional<ListAnswer> answer = routed == null ? Optional.empty() : routed.ask(question);
        return answer.orElseGet(() -> overHttp.ask(question));
    }
}
