package medflip.platform.mail;

import com.resend.core.exception.ResendException;
import com.resend.core.net.RequestOptions;
import com.resend.services.batch.model.BatchEmail;
import com.resend.services.batch.model.BatchError;
import com.resend.services.batch.model.CreateBatchEmailsResponse;
import com.resend.services.emails.model.CreateEmailOptions;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.platform.outbox.OutboxChannel;
import medflip.platform.outbox.Outcome;

/**
 * Sends mails by Resend, up to a hundred in one call, which has one Idempotency-Key: so a policy that changes is mailed
 * to everybody within its rate limit. One that Resend doesn't like holds up none of the others.
 *
 * @see <a href="https://resend.com/docs/api-reference/emails/send-batch-emails">Batches</a>
 */
final class ResendBatches implements OutboxChannel {

    private static final int MOST = 100;

    private final ResendEmails emails;
    private final String from;

    ResendBatches(ResendEmails emails, String from) {
        this.emails = emails;
        this.from = from;
    }

    @Override
    public String name() {
        return Mails.BATCHES;
    }

    @Override
    public Duration knowsRepeatsFor() {
        return ResendChannel.KNOWS_REPEATS_FOR;
    }

    @Override
    public int together() {
        return MOST;
    }

    @Override
    public Map<UUID, Outcome> attemptTogether(UUID batch, SortedMap<UUID, byte[]> contents) {
        List<CreateEmailOptions> mails = new ArrayList<>();
        contents.forEach((id, content) -> mails.add(ResendChannel.email(from, id, content)));
        try {
            return outcomes(
                    List.copyOf(contents.keySet()),
                    emails.sendTogether(
                            mails,
                            RequestOptions.builder()
                                    .setIdempotencyKey(batch.toString())
                                    .add("x-batch-validation", "permissive")
                                    .build()));
        } catch (ResendException refused) {
            return allOf(contents.keySet(), ResendChannel.outcome(refused));
        } catch (UncheckedIOException lost) {
            return allOf(contents.keySet(), ResendChannel.outcome(lost));
        }
    }

    /** Those that were taken are told in order; those that weren't by their place. */
    private static Map<UUID, Outcome> outcomes(List<UUID> ids, CreateBatchEmailsResponse answer) {
        Set<Integer> refused = Stream.ofNullable(answer.getErrors())
                .flatMap(List::stream)
                .map(BatchError::getIndex)
                .collect(Collectors.toSet());
        Iterator<BatchEmail> taken = Objects.requireNonNullElse(answer.getData(), List.<BatchEmail>of())
                .iterator();
        Map<UUID, Outcome> outcomes = new HashMap<>();
        for (int place = 0; place < ids.size(); place++) {
            outcomes.put(
                    ids.get(place),
                    refused.contains(place)
                            ? new Outcome.Refused("http-422")
                            : taken.hasNext()
                                    ? new Outcome.Done(taken.next().getId())
                                    : new Outcome.Unknown("not-told"));
        }
        return outcomes;
    }

    private static Map<UUID, Outcome> allOf(Set<UUID> ids, Outcome outcome) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> outcome));
    }
}
