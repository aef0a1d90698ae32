package medflip.accounts.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import medflip.platform.privacy.ForgetsElsewhere.Elsewhere;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was done to forget a business and everybody of whom it knew, to be signed. It holds ids, counts, dates and a
 * digest, never anything that was said about somebody.
 *
 * @param business its id
 * @param destroyedKeys how many there were: the business's own, and one or two for each person
 * @param keysDigest SHA-256, in hex, over the fingerprints of the keys, sorted, each on a line
 * @param rows how many rows each table held
 * @param elsewhere what other services hold, and what becomes of it
 * @param backupsGoneOn from that day on no backup has a copy of the keys
 */
record AccountErasureCertificate(
        String business,
        LocalDate closedOn,
        LocalDate begunOn,
        Instant completedAt,
        Instant fencedAt,
        int destroyedKeys,
        String keysDigest,
        Map<String, Long> rows,
        Scan scan,
        List<Elsewhere> elsewhere,
        LocalDate backupsGoneOn) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What was looked through.
     *
     * @param values how many values were looked for: what was said about the business and those who worked for it
     * @param alsoOfOthers how many of them the log says of something else too, so that finding them says nothing
     * @param found in how many rows one of the rest was found
     */
    record Scan(int tables, int values, int alsoOfOthers, int found) {}

    String json() {
        return JSON.writeValueAsString(this);
    }
}
