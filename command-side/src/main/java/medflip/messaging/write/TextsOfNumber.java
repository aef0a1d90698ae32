package medflip.messaging.write;

import java.util.UUID;
import medflip.kernel.TenantId;
import tools.jackson.databind.json.JsonMapper;

/**
 * All texts with one number at the account of one business, to be deleted there.
 *
 * @param erasure under which it is counted what was
 */
record TextsOfNumber(UUID tenant, UUID erasure, String number) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static TextsOfNumber read(byte[] content) {
        return JSON.readValue(content, TextsOfNumber.class);
    }

    byte[] written() {
        return JSON.writeValueAsBytes(this);
    }

    TenantId tenantId() {
        return new TenantId(tenant);
    }

    /** Masked, so that no log line ever holds the number. */
    @Override
    public String toString() {
        return "***";
    }
}
