package medflip.privacy.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import medflip.platform.privacy.ForgetsElsewhere.Elsewhere;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.PrivacyRequestEvent;
import medflip.privacy.events.PrivacyRequestEvent.IdentityChecked;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.events.RequestWay;
import medflip.privacy.write.ErasureStore.Prepared;
import medflip.privacy.write.ErasureStore.Standing;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was done to forget somebody, to be signed. It holds ids, counts, dates and fingerprints, never anything that was
 * said about them.
 *
 * @param person id of the card that the wish was about, or of the member
 * @param orderedBy {@code user:<uuid>}
 * @param events how many events of the log said something about the person
 * @param held how many things each store held
 * @param elsewhere what other services deleted, and what they can't
 * @param backupsGoneOn from that day on no backup has a copy of the keys
 */
record ErasureCertificate(
        String business,
        String request,
        String person,
        RequestWay askedBy,
        LocalDate askedOn,
        IdentityCheck identity,
        String orderedBy,
        Instant orderedAt,
        Instant completedAt,
        List<DestroyedKeys> keys,
        int events,
        Map<String, Long> held,
        Scan scan,
        List<Elsewhere> elsewhere,
        LocalDate backupsGoneOn) {

    /** The policy's own (promise P7). */
    private static final int BACKUP_DAYS = 30;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The keys of one subject.
     *
     * @param fingerprints SHA-256 of each as it was stored; none if nothing had ever been said under it
     */
    record DestroyedKeys(String subject, Instant fencedAt, List<String> fingerprints) {}

    /**
     * What was looked through.
     *
     * @param values how many values were looked for
     * @param alsoOfOthers how many of them are said of others too, so that finding them says nothing
     * @param found in how many rows one of the rest was found
     */
    record Scan(int tables, int values, int alsoOfOthers, int found) {}

    /** @param course of the request, with who asked and how it is known that it was they */
    static ErasureCertificate of(
            Standing standing,
            List<PrivacyRequestEvent> course,
            List<DestroyedKeys> keys,
            Scan scan,
            List<Elsewhere> elsewhere,
            Instant now) {
        PrivacyRequestId request = standing.request();
        Prepared prepared = Objects.requireNonNull(standing.prepared());
        RequestReceived received = last(course, RequestReceived.class);
        return new ErasureCertificate(
                request.tenantId().toString(),
                request.local().toString(),
                standing.whose().local().toString(),
                received.way(),
                received.receivedOn(),
                last(course, IdentityChecked.class).check(),
                standing.orderedBy(),
                standing.orderedAt(),
                now,
                keys,
                prepared.events(),
                prepared.counts(),
                scan,
                elsewhere,
                now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(BACKUP_DAYS));
    }

    private static <E extends PrivacyRequestEvent> E last(List<PrivacyRequestEvent> course, Class<E> type) {
        return course.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((former, later) -> later)
                .orElseThrow();
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
