package medflip.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.tenancy.PastMoment;

/** What a list or report says at a moment, down to the byte, for whoever puts it on record. */
public interface PastFiles {

    /** @param sha256 of all bytes, in hex */
    record Written(long bytes, String sha256) {

        public static Written of(InputStream file) throws IOException {
            CountedHash hashed = new CountedHash(OutputStream.nullOutputStream());
            file.transferTo(hashed);
            return hashed.written();
        }
    }

    /**
     * The moment that is just now.
     *
     * @throws CommandRejected with {@link RequestRejection#BEFORE_BEGINNING} where nothing has happened yet
     */
    PastMoment now(TenantId tenant);

    /**
     * How the whole list, as CSV, came out then.
     *
     * @param list as of {@link ListCheck}
     */
    Written written(Caller caller, String list, PastMoment moment);
}
