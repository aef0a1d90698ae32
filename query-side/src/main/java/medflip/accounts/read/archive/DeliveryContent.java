package medflip.accounts.read.archive;

import java.io.IOException;
import java.io.OutputStream;
import medflip.accounts.events.DeliveryFailure;
import medflip.platform.command.CommandRejected;
import medflip.platform.export.ExportStore.Run;
import medflip.platform.export.ExportStore.Wish;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Faults;
import medflip.platform.web.ListingFormat;
import medflip.platform.web.Listings;
import medflip.platform.web.Listings.Cut;
import medflip.platform.web.Listings.Question;
import org.springframework.core.convert.ConversionException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a list that is to be delivered, as its address would answer who wanted it. */
@Component
class DeliveryContent {

    /** There will be no file, however often it is tried. */
    static final class Undeliverable extends Exception {

        private final DeliveryFailure failure;

        Undeliverable(DeliveryFailure failure) {
            super(failure.name());
            this.failure = failure;
        }

        DeliveryFailure failure() {
            return failure;
        }
    }

    /** What was written. */
    record Written(long rows, long position, boolean whole) {}

    private final Listings listings;
    private final RolesStore roles;
    private final JsonMapper json;

    DeliveryContent(Listings listings, RolesStore roles, JsonMapper json) {
        this.listings = listings;
        this.roles = roles;
        this.json = json;
    }

    Written write(Run run, Wish wish, OutputStream out) throws IOException, Undeliverable {
        Question question = question(wish);
        try {
            if (roles.role(run.tenant(), run.askedBy())
                    .filter(listings.needs(question)::isOf)
                    .isEmpty()) {
                throw new Undeliverable(DeliveryFailure.MEMBER_GONE);
            }
            Cut cut = listings.cut(Caller.user(run.tenant(), run.askedBy()), question, wish.since());
            long rows = cut.listing()
                    .writeTo(out, ListingFormat.valueOf(wish.format().name()), json);
            return new Written(rows, cut.position(), cut.whole());
        } catch (CommandRejected | Faults.InvalidRequest | ConversionException refused) {
            throw new Undeliverable(DeliveryFailure.LIST_REFUSED);
        }
    }

    private Question question(Wish wish) throws Undeliverable {
        try {
            return listings.question(wish.list());
        } catch (IllegalArgumentException unknown) {
            throw new Undeliverable(DeliveryFailure.LIST_REFUSED);
        }
    }
}
