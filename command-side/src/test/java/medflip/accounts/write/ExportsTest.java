package medflip.accounts.write;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.CredentialEvent.EmailChanged;
import medflip.accounts.events.ExportEvent.ExportAsked;
import medflip.accounts.events.ExportEvent.ExportCollected;
import medflip.accounts.events.ExportEvent.ExportFailed;
import medflip.accounts.events.ExportEvent.ExportReady;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserId;
import medflip.accounts.write.ExportCommand.AskExport;
import medflip.accounts.write.ExportCommand.CollectExport;
import medflip.accounts.write.ExportCommand.TellExportFailed;
import medflip.accounts.write.ExportCommand.TellExportReady;
import medflip.kernel.EmailAddress;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class ExportsTest extends AggregateSpec<User> {

    private static final UserId USER = UserId.of(TENANT, new UUID(7, 6));
    private static final UUID EXPORT = new UUID(7, 7);
    private static final EmailAddress EMAIL = new EmailAddress("owner@example.com");
    private static final EmailAddress NEW_EMAIL = new EmailAddress("other@example.com");
    private static final String SHA256 = "ab".repeat(32);
    private static final Instant GOOD_UNTIL = Instant.parse("2026-11-25T10:00:00Z");
    private static final OwnerRegistered REGISTERED = new OwnerRegistered(USER, EMAIL, true, "2026-11-24");
    private static final ExportAsked ASKED = new ExportAsked(USER, EXPORT);

    private static ExportReady ready(EmailAddress email) {
        return new ExportReady(USER, EXPORT, email, 1_000, SHA256, 42, GOOD_UNTIL);
    }

    private static TellExportReady tell() {
        return new TellExportReady(USER, EXPORT, 1_000, SHA256, 42, GOOD_UNTIL);
    }

    @Test
    void an_archive_is_asked_for() {
        given(REGISTERED);
        when(new AskExport(USER, EXPORT));
        then(ASKED);
    }

    @Test
    void whoever_asked_is_told_at_the_address_they_have_by_then() {
        given(REGISTERED, ASKED, new EmailChanged(USER, EMAIL, NEW_EMAIL));
        when(tell());
        then(ready(NEW_EMAIL));
    }

    @Test
    void they_are_told_once() {
        given(REGISTERED, ASKED, ready(EMAIL));
        when(tell());
        thenNothing();
    }

    @Test
    void they_are_told_of_a_failure_too() {
        given(REGISTERED, ASKED);
        when(new TellExportFailed(USER, EXPORT));
        then(new ExportFailed(USER, EXPORT, EMAIL));
    }

    @Test
    void what_is_still_being_made_is_not_fetched() {
        given(REGISTERED, ASKED);
        when(new CollectExport(USER, EXPORT, GOOD_UNTIL.minusSeconds(1)));
        thenRejected(AccountRejection.EXPORT_NOT_READY);
    }

    @Test
    void an_archive_is_fetched_within_its_day() {
        given(REGISTERED, ASKED, ready(EMAIL));
        when(new CollectExport(USER, EXPORT, GOOD_UNTIL.minusSeconds(1)));
        then(new ExportCollected(USER, EXPORT));
    }

    @Test
    void but_not_a_moment_later() {
        given(REGISTERED, ASKED, ready(EMAIL));
        when(new CollectExport(USER, EXPORT, GOOD_UNTIL));
        thenRejected(AccountRejection.EXPORT_GONE);
    }

    @Test
    void an_archive_is_fetched_once() {
        given(REGISTERED, ASKED, ready(EMAIL), new ExportCollected(USER, EXPORT));
        when(new CollectExport(USER, EXPORT, GOOD_UNTIL.minusSeconds(1)));
        thenRejected(AccountRejection.EXPORT_GONE);
    }

    @Test
    void one_that_failed_is_never_fetched() {
        given(REGISTERED, ASKED, new ExportFailed(USER, EXPORT, EMAIL));
        when(new CollectExport(USER, EXPORT, GOOD_UNTIL.minusSeconds(1)));
        thenRejected(AccountRejection.EXPORT_GONE);
    }
}
