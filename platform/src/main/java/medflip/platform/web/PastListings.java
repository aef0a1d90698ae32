package medflip.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.AsOf;
import medflip.platform.tenancy.Caller;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.view.PastViews;
import medflip.platform.web.Listings.Question;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lists and reports as they were at a moment, for what has to say the same again. */
@Component
public class PastListings {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Listings listings;
    private final AsOf asOf;
    private final ObjectProvider<PastViews> views;
    private final JsonMapper json;
    private final Clock clock;

    PastListings(Listings listings, AsOf asOf, ObjectProvider<PastViews> views, JsonMapper json, Clock clock) {
        this.listings = listings;
        this.asOf = asOf;
        this.views = views;
        this.json = json;
        this.clock = clock;
    }

    /** @param sha256 of all bytes, in hex */
    public record Written(long bytes, String sha256) {}

    /**
     * The moment that is just now.
     *
     * @throws CommandRejected with {@link RequestRejection#BEFORE_BEGINNING} where nothing has happened yet
     */
    public PastMoment now(TenantId tenant) {
        return views.getObject()
                .at(tenant, Long.MAX_VALUE)
                .map(last ->
                        new PastMoment(tenant, last.position(), clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .orElseThrow(() -> new CommandRejected(RequestRejection.BEFORE_BEGINNING));
    }

    /** Writes the whole list as CSV, as it was. */
    public Written write(Caller caller, Question question, PastMoment moment, OutputStream out) {
        CountedHash hashed = new CountedHash(out);
        at(caller, question, moment, listing -> {
            try {
                listing.writeTo(hashed, ListingFormat.CSV, json);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Written(hashed.count, hashed.sha256());
    }

    /** The titles of the columns, then all rows, as the file has them. */
    public List<List<String>> rows(Caller caller, Question question, PastMoment moment) {
        return at(caller, question, moment, PastListings::rows);
    }

    private static <T> List<List<String>> rows(Listing<T> listing) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(listing.columns().titles());
        listing.forEach(row -> rows.add(listing.columns().cells(row)));
        return rows;
    }

    private <R> R at(Caller caller, Question question, PastMoment moment, Function<Listing<?>, R> use) {
        Supplier<R> work = () -> {
            Listing<?> listing = listings.ask(caller, question.address(), question.said());
            fill(moment, listings.views(listing, question));
            return use.apply(listing);
        };
        return asOf.at(moment, work);
    }

    private void fill(PastMoment moment, List<String> groups) {
        Optional<PastViews.Making> making = asOf.now(() -> views.getObject().fill(moment, groups, PATIENCE));
        if (making.isPresent()) {
            throw new PastQuestions.InTheMaking(making.get().percent());
        }
    }

    private static final class CountedHash extends DigestOutputStream {

        private long count;

        CountedHash(OutputStream out) {
            super(out, sha());
        }

        private static MessageDigest sha() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256", e);
            }
        }

        @Override
        public void write(int b) throws IOException {
            super.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            super.write(bytes, offset, length);
            count += length;
        }

        String sha256() {
            return HexFormat.of().formatHex(getMessageDigest().digest());
        }
    }
}
