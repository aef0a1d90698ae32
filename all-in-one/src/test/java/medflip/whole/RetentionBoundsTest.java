package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import medflip.platform.retention.RetentionRule;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Policy promise P7, kind by kind: nothing goes a minute early, all that is due goes at once however long nobody swept,
 * and what is there a day too long counts as late. Each looks from a day long ago, when nobody else's rows were old,
 * and takes back what it did.
 */
class RetentionBoundsTest {

    /** A midnight: some kinds are kept by days. */
    private static final Instant NOW = Instant.parse("2001-06-01T00:00:00Z");

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final RunningService service = RunningService.shared();
    private final JdbcClient jdbc = service.bean(JdbcClient.class);

    @Test
    void P2_5_P7_security_records_go_after_90_days() {
        bounds("oldSignIns", Duration.ofDays(89), DAY, """
                INSERT INTO write.sign_in_record (tenant_id, record_id, user_id, what, recorded_at, about)
                VALUES (:id, gen_random_uuid(), gen_random_uuid(), 'SIGNED_IN', :at, '')
                """);
        bounds("oldLooks", Duration.ofDays(89), DAY, """
                INSERT INTO write.access_entry (tenant_id, at, actor, what) VALUES (:id, :at, 'user/somebody', 'test')
                """);
        bounds("oldFeatureUse", Duration.ofDays(89), DAY, """
                INSERT INTO write.feature_use (tenant_id, user_id, day, feature, use, times)
                VALUES (:id, gen_random_uuid(), (:at::timestamptz AT TIME ZONE 'UTC')::date, 'test', 'LOOK', 1)
                """);
    }

    @Test
    void P7_exports_go_after_24_hours() {
        bounds("oldArchives", Duration.ofHours(24), Duration.ofHours(1), """
                WITH made AS (
                    INSERT INTO write.export (tenant_id, export_id, asked_by, asked_at, state, good_until)
                    VALUES (:id, :id, :id, :at, 'MADE', :at::timestamptz + interval '24 hours'))
                INSERT INTO write.export_part (tenant_id, export_id, number, content) VALUES (:id, :id, 0, '')
                """);
    }

    @Test
    void P4_1_P7_raw_webhooks_go_after_30_days() {
        bounds("oldDeliveries", Duration.ofDays(29), DAY, """
                INSERT INTO write.inbox (tenant_id, provider, delivery_key, kind, content, state, received_at, due_at)
                VALUES (:id, 'test', 'test', 'test', '', 'READ', :at, :at)
                """);
    }

    @Test
    void P7_which_businesses_asked_too_much_is_forgotten_after_30_days() {
        bounds("oldRefusals", Duration.ofDays(30), Duration.ofDays(5), """
                INSERT INTO write.refused_request (tenant_id, refused, last_at) VALUES (:id, 1, :at)
                """);
    }

    @Test
    void P2_1_P7_abandoned_sign_ups_go_after_7_days() {
        bounds("oldSignUps", Duration.ofDays(7), DAY, """
                INSERT INTO write.sign_up (sign_up_id, token_hash, email_index, email, asked_at, mailed)
                VALUES (:id, :id::text, '', '', :at, true)
                """);
    }

    @Test
    void P7_a_closed_business_is_due_from_its_85th_day_and_late_on_its_90th() {
        RetentionRule rule = service.bean("closedAccounts", RetentionRule.class);
        rolledBack(() -> {
            // The day on which it was closed has ended by then.
            for (int days : new int[] {85, 86, 89, 90}) {
                put(
                        "INSERT INTO write.closed_account (tenant_id, closed_on) VALUES (:id, :at::date)",
                        NOW.minus(Duration.ofDays(days)));
            }
            assertThat(due(rule, NOW)).isEqualTo(3);
            assertThat(due(rule, NOW.minusSeconds(1))).isEqualTo(2);
            assertThat(rule.late(NOW)).isEqualTo(1);
            assertThat(rule.late(NOW.minusSeconds(1))).isZero();
        });
    }

    /**
     * @param kept until it is due
     * @param grace for so long it isn't late then: what is promised ends with it
     */
    private void bounds(String bean, Duration kept, Duration grace, String insert) {
        RetentionRule rule = service.bean(bean, RetentionRule.class);
        rolledBack(() -> {
            put(insert, NOW.minus(kept).plus(MINUTE));
            put(insert, NOW.minus(kept).minus(MINUTE));
            put(insert, NOW.minus(kept).minus(grace).minus(MINUTE));
            put(insert, NOW.minus(kept).minus(Duration.ofDays(400)));
            assertThat(due(rule, NOW)).as("%s that are due", rule.id()).isEqualTo(3);
            assertThat(rule.late(NOW)).as("%s that are late", rule.id()).isEqualTo(2);
            assertThat(rule.destroy(NOW, 1_000)).as(rule.id()).isEqualTo(3);
            assertThat(rule.late(NOW)).as(rule.id()).isZero();
            assertThat(rule.destroy(NOW, 1_000))
                    .as("%s that are young", rule.id())
                    .isZero();
            assertThat(rule.destroy(NOW.plus(DAY), 1_000)).as(rule.id()).isEqualTo(1);
        });
    }

    private static long due(RetentionRule rule, Instant now) {
        return rule.rows().count(now.minus(rule.due()));
    }

    private void put(String insert, Instant at) {
        jdbc.sql(insert)
                .param("id", UUID.randomUUID())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void rolledBack(Runnable work) {
        new TransactionTemplate(service.bean(PlatformTransactionManager.class)).executeWithoutResult(transaction -> {
            work.run();
            transaction.setRollbackOnly();
        });
    }
}
