package medflip.privacy.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import medflip.platform.privacy.ForgetsElsewhere.Elsewhere;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.RequestWay;
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
    static final int BACKUP_DAYS = 30;

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

    String json() {
        return JSON.writeValueAsString(this);
    }
}
