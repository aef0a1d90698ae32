package medflip.platform.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import medflip.kernel.TenantId;

/** One business's log has one checkpoint, for tests that hand it out. */
public final class ExampleSeals extends Seals {

    private final Checkpoint checkpoint;

    @SuppressWarnings("NullAway") // Nothing else is asked
    private ExampleSeals(Checkpoint checkpoint) {
        super(null, null, null);
        this.checkpoint = checkpoint;
    }

    public static ExampleSeals of(TenantId tenant, Instant madeAt) {
        byte[] root = Merkle.leafOf("an example".getBytes(StandardCharsets.UTF_8));
        String note = Checkpoint.text(tenant, LogName.FACTS, 1_234, root, madeAt)
                + "\n\u2014 medflip AAAAAGV4YW1wbGVzIGFyZSBzaWduZWQgYnkgbm9ib2R5\n";
        return new ExampleSeals(new Checkpoint(7, tenant, LogName.FACTS, 1_234, root, note, madeAt));
    }

    @Override
    public Optional<Checkpoint> current(TenantId tenant, LogName log) {
        return tenant.equals(checkpoint.tenant()) && log == checkpoint.log()
                ? Optional.of(checkpoint)
                : Optional.empty();
    }
}
