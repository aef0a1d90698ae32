package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import medflip.platform.database.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/**
 * Policy promise P5: personal values are encrypted at rest. Every table of the events, of what the write side keeps
 * (dead letters, staged files, sessions, sign-in) and of the keys database is dumped and searched for the values that
 * went in. The views of the query side are left out: they are derived, purged with the person, and in no backup.
 */
class PlaintextScanTest {

    @Test
    void P2_4_P4_1_P5_no_personal_value_stands_in_clear_in_events_write_side_or_keys()
            throws SQLException, IOException {
        RunningService service = RunningService.shared();
        Books books = Books.open(service);
        deadLetter(service, books);
        List<String> values = new ArrayList<>(Books.PERSONAL);
        values.add(books.owner().email());
        values.add("trillianus-ledger");
        JsonNode twilio = books.owner().get("/api/simulated-phones").expect(200).json();
        assertThat(twilio.get("inUse").asBoolean()).isTrue();
        values.add(twilio.get("accountSid").asString());
        values.add(twilio.get("authToken").asString());
        values.add(twilio.get("number").asString());
        List<String> tables = new ArrayList<>();
        try (Connection events = service.bean(EmbeddedDatabase.class).superuser("medflip");
                Connection keys = service.bean(EmbeddedDatabase.class).superuser("medflip_keys")) {
            search(events, "nspname IN ('events', 'write', 'public')", values, tables);
            search(keys, "nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'", values, tables);
            // The scan can find: the views do hold the name.
            assertThat(contains(dump(events, "read.customer"), Books.NAME)).isTrue();
        }
        assertThat(tables)
                .contains(
                        "events.domain_event",
                        "write.dead_letter",
                        "write.sign_in",
                        "write.sign_up",
                        "write.spring_session",
                        "write.outbox",
                        "write.one_time_link",
                        "write.twilio_account",
                        "write.inbox",
                        "write.open_session",
                        "write.sign_in_record",
                        "write.file");
    }

    @Test
    void P4_2_no_form_answer_or_column_is_for_a_card() throws SQLException {
        RunningService service = RunningService.shared();
        Pattern card = Pattern.compile("(?i)card_?number|cvc|cvv|card_?exp|primary_?account");
        List<String> names = new ArrayList<>();
        service.browser()
                .get("/v3/api-docs")
                .expect(200)
                .json()
                .at("/components/schemas")
                .forEach(schema -> schema.path("properties").propertyNames().forEach(names::add));
        try (Connection events = service.bean(EmbeddedDatabase.class).superuser("medflip");
                var statement = events.createStatement();
                ResultSet columns =
                        statement.executeQuery("SELECT DISTINCT column_name FROM information_schema.columns")) {
            while (columns.next()) {
                names.add(columns.getString(1));
            }
        }
        assertThat(names)
                .contains("phones", "tenant_id")
                .noneMatch(name -> card.matcher(name).find());
        assertThat(card.matcher("cardNumber").find()).isTrue();
    }

    /** Puts an event with personal values where events go that a view can't take. */
    private static void deadLetter(RunningService service, Books books) throws SQLException {
        try (Connection connection = service.bean(EmbeddedDatabase.class).superuser("medflip");
                var statement = connection.prepareStatement("""
                        INSERT INTO write.dead_letter (dead_letter_id, processing_group, sequence_identifier,
                            sequence_index, message_type, event_identifier, time_stamp, payload_type, payload_revision,
                            payload, meta_data, aggregate_identifier, sequence_number, enqueued_at)
                        SELECT gen_random_uuid(), 'scan.scan', aggregate_identifier, 0, 'event', event_identifier, '',
                            payload_type, payload_revision, payload, meta_data, aggregate_identifier, sequence_number, ''
                        FROM events.domain_event
                        WHERE payload_type = 'customers.CustomerRegistered' AND aggregate_identifier LIKE ?
                        """)) {
            statement.setString(1, "%" + books.customer());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static void search(Connection connection, String schemas, List<String> values, List<String> searched)
            throws SQLException, IOException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .createStatement()
                .executeQuery("SELECT n.nspname || '.' || c.relname FROM pg_class c"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND "
                        + schemas)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        assertThat(tables).isNotEmpty();
        for (String table : tables) {
            byte[] dump = dump(connection, table);
            for (String value : values) {
                assertThat(contains(dump, value)).as("%s in %s", value, table).isFalse();
            }
            searched.add(table);
        }
    }

    private static byte[] dump(Connection connection, String table) throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", bytes);
        return bytes.toByteArray();
    }

    /** In any of the forms that a table may hold a text in: as it is, in other letters, as bytes, as Base64. */
    private static boolean contains(byte[] dump, String value) {
        String text = new String(dump, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        String digits = value.startsWith("+") ? value.substring(2) : value;
        return text.contains(value.toLowerCase(Locale.ROOT))
                || text.contains(digits.toLowerCase(Locale.ROOT))
                || text.contains(HexFormat.of().formatHex(utf8))
                || text.contains(HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_16LE)))
                || base64(utf8).stream().anyMatch(form -> new String(dump, StandardCharsets.UTF_8).contains(form));
    }

    /** The middle of a value's Base64 form depends on where in the text it begins: three forms. */
    private static List<String> base64(byte[] value) {
        List<String> forms = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + value.length];
            System.arraycopy(value, 0, shifted, before, value.length);
            String form = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            forms.add(form.substring(before == 0 ? 0 : before + 1, form.length() - 2));
        }
        return forms;
    }
}
