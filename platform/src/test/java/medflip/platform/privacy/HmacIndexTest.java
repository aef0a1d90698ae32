package medflip.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

class HmacIndexTest {

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final TenantId OTHER = new TenantId(UUID.randomUUID());
    private static final String PHONE = "+16175550155";

    private final DatabaseAccess access = TestDatabase.create();
    private final BlindIndex index = new HmacIndex(TestKeyring.open(access));

    @Test
    void a_value_is_found_again_on_every_node() {
        BlindIndex node = new HmacIndex(TestKeyring.open(access));

        assertThat(node.of(TENANT, "phone", PHONE)).hasSize(32).isEqualTo(index.of(TENANT, "phone", PHONE));
        assertThat(node.global("sign-in", PHONE)).hasSize(32).isEqualTo(index.global("sign-in", PHONE));
    }

    @Test
    void tenants_purposes_and_the_service_have_nothing_in_common() {
        assertThat(index.hex(TENANT, "phone", PHONE))
                .isNotEqualTo(index.hex(OTHER, "phone", PHONE))
                .isNotEqualTo(index.hex(TENANT, "request", PHONE))
                .isNotEqualTo(HexFormat.of().formatHex(index.global("phone", PHONE)));
    }

    @Test
    void a_purpose_can_t_be_made_to_look_like_another_s_beginning() {
        assertThat(index.hex(TENANT, "phone", "x")).isNotEqualTo(index.hex(TENANT, "phon", "ex"));
    }

    @Test
    void two_services_hash_differently() {
        BlindIndex elsewhere = new HmacIndex(TestKeyring.create());

        assertThat(elsewhere.global("sign-in", PHONE)).isNotEqualTo(index.global("sign-in", PHONE));
    }
}
