package medflip.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
public class PastListings implements PastFiles {

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

    @Override
    public PastMoment now(TenantId tenant) {
        return views().now(tenant, clock.instant())
                .orElseThrow(() -> new CommandRejected(RequestRejection.BEFORE_BEGINNING));
    }

    /**
     * The moment of an event of the business, as somebody saw it at a time.
     *
     * @throws CommandRejected with {@link RequestRejection#BEFORE_BEGINNING} where no event has that position
     */
    public PastMoment moment(TenantId tenant, long position, Instant at) {
        return views().at(tenant, position)
                .filter(known -> known.position() == position)
                .map(known -> new PastMoment(tenant, position, at))
                .orElseThrow(() -> new CommandRejected(RequestRejection.BEFORE_BEGINNING));
    }

    @Override
    public Written written(Caller caller, String list, PastMoment moment) {
        return write(caller, listings.question(list), moment, OutputStream.nullOutputStream());
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
        return hashed.written();
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

    /** @throws CommandRejected where this process makes no tables of the past */
    private PastViews views() {
        return views.getIfAvailable(() -> {
            throw new CommandRejected(RequestRejection.NO_PAST);
        });
    }

    private void fill(PastMoment moment, List<String> groups) {
        Optional<PastViews.Making> making = asOf.now(() -> views().fill(moment, groups, PATIENCE));
        if (making.isPresent()) {
            throw new PastQuestions.InTheMaking(making.get().percent());
        }
    }
}
