package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import medflip.platform.database.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.postgresql.PGConnection;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Policy promise P5: personal values are encrypted at rest. Every table of the events, of what the write side keeps
 * (dead letters, staged files, sessions, sign-in) and of the keys database is dumped and searched for the values that
 * went in. The views of the query side are left out: they are derived, purged with the person, and in no backup. All
 * services are searched that tests shared, for what this test put into one of them and others into all.
 */
@Isolated("JUnit runs what is isolated after all others")
class PlaintextScanTest {

    private static final String EVERY_SCHEMA = "nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'";

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
        List<String> secrets = Stream.of("accountSid", "authToken", "number")
                .map(name -> twilio.get(name).asString())
                .toList();
        values.addAll(secrets);
        Set<String> tables = new HashSet<>();
        for (RunningService each : RunningService.allShared()) {
            try (Connection events = each.bean(EmbeddedDatabase.class).superuser("medflip");
                    Connection keys = each.bean(EmbeddedDatabase.class).superuser("medflip_keys")) {
                search(events, "nspname IN ('events', 'write', 'public')", values, tables);
                search(keys, EVERY_SCHEMA, values, tables);
            }
        }
        try (Connection events = service.bean(EmbeddedDatabase.class).superuser("medflip")) {
            // Of the business's own account at Twilio nothing is in a view either, nor in a file.
            search(events, "nspname = 'read'", secrets, tables);
            // The scan can find: the views do hold the name.
            assertThat(Searched.of(dump(events, "read.customer")).contains(Books.NAME))
                    .isTrue();
        }
        for (Path file : files(service)) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(secrets).as(file.getFileName().toString()).noneMatch(content::contains);
        }
        assertThat(tables)
                .contains(
                        "events.domain_event",
                        "read.conversation",
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

    /**
     * What people type is refused where it enters, and what others send is masked: so there is nothing to find. What is
     * logged meanwhile and by all other tests, {@link LoggedCards} reads.
     */
    @Test
    void P4_2_no_card_number_stands_in_any_table_log_or_file() throws SQLException, IOException {
        RunningService service = RunningService.shared();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        Set<String> found = new TreeSet<>();
        Set<String> tables = new HashSet<>();
        try {
            Books books = Books.open(service);
            books.owner()
                    .post("/api/customers", Map.of("name", "Zaphod", "note", "pays with 4242 4242 4242 4242"))
                    .expect(400);
            JsonNode phones =
                    books.owner().get("/api/simulated-phones").expect(200).json();
            assertThat(phones.get("inUse").asBoolean()).isTrue();
            books.owner()
                    .post(
                            "/api/simulated-phones/reply",
                            Map.of("number", "+16175550142", "body", "take my card 5555555555554444"))
                    .expect(204);
            Eventually.of(
                    () -> books.owner().get("/api/conversations").expect(200).body(),
                    conversations -> conversations.contains("••••4444"));
        } finally {
            root.detachAppender(log);
        }
        for (RunningService each : RunningService.allShared()) {
            for (String name : List.of("medflip", "medflip_keys")) {
                try (Connection database = each.bean(EmbeddedDatabase.class).superuser(name)) {
                    for (String table : tables(database, EVERY_SCHEMA)) {
                        tables.add(table);
                        if (CardScan.findsOneIn(new String(dump(database, table), StandardCharsets.UTF_8))) {
                            found.add(table);
                        }
                    }
                }
            }
            findCardsInFiles(each, found);
        }
        try (Connection events = service.bean(EmbeddedDatabase.class).superuser("medflip")) {
            plantedAreFound(events);
        }
        assertThat(tables).contains("events.domain_event", "read.conversation", "write.inbox", "keyring.subject_key");
        log.list.forEach(line -> {
            if (CardScan.findsOneIn(line.getFormattedMessage())) {
                found.add("log: " + line.getLoggerName());
            }
        });
        assertThat(found).isEmpty();
    }

    private static void findCardsInFiles(RunningService service, Set<String> found) throws IOException {
        for (Path file : files(service)) {
            if (CardScan.findsOneIn(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                found.add(file.getFileName().toString());
            }
        }
    }

    /**
     * All that the service keeps in its folder. The database's own files are its tables, which are looked at as such.
     */
    private static List<Path> files(RunningService service) throws IOException {
        try (Stream<Path> files = Files.walk(service.folder())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(service.folder().resolve("postgres")))
                    .toList();
        }
    }

    /** In each form that a table holds texts in; and what only looks like one isn't. */
    private static void plantedAreFound(Connection connection) throws SQLException, IOException {
        for (String planted : List.of(
                "'4242424242424242'",
                "'a note: 4242 4242 4242 4242, thanks'",
                "E'a line\\n5555-5555-5555-4444'",
                "'{\"note\":\"first\\n378282246310005\"}'::jsonb",
                "convert_to('{\"card\":\"6011111111111117\"}', 'UTF8')")) {
            assertThat(isFound(connection, planted)).as(planted).isTrue();
        }
        for (String harmless : List.of(
                "'4242424242424243'",
                "'evt_4242424242424242'",
                "'14242424242424242'",
                "'2026-11-27 12:00:00.123456'::timestamptz",
                "gen_random_uuid()",
                "sha256('4242424242424242'::bytea)")) {
            assertThat(isFound(connection, harmless)).as(harmless).isFalse();
        }
    }

    private static boolean isFound(Connection connection, String value) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE planted AS SELECT 7 AS id, " + value + " AS value");
            try {
                return CardScan.findsOneIn(new String(dump(connection, "planted"), StandardCharsets.UTF_8));
            } finally {
                statement.execute("DROP TABLE planted");
            }
        }
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

    private static void search(Connection connection, String schemas, List<String> values, Set<String> searched)
            throws SQLException, IOException {
        for (String table : tables(connection, schemas)) {
            Searched dump = Searched.of(dump(connection, table));
            for (String value : values) {
                assertThat(dump.contains(value)).as("%s in %s", value, table).isFalse();
            }
            searched.add(table);
        }
    }

    private static List<String> tables(Connection connection, String schemas) throws SQLException {
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
        return tables;
    }

    private static byte[] dump(Connection connection, String table) throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", bytes);
        return bytes.toByteArray();
    }

    /** A dump that is searched for many values. */
    private record Searched(String text, String lowerCase) {

        static Searched of(byte[] dump) {
            String text = new String(dump, StandardCharsets.UTF_8);
            return new Searched(text, text.toLowerCase(Locale.ROOT));
        }

        /** In any of the forms that a table may hold a text in: as it is, in other letters, as bytes, as Base64. */
        boolean contains(String value) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            String digits = value.startsWith("+") ? value.substring(2) : value;
            return lowerCase.contains(value.toLowerCase(Locale.ROOT))
                    || lowerCase.contains(digits.toLowerCase(Locale.ROOT))
                    || lowerCase.contains(HexFormat.of().formatHex(utf8))
                    || lowerCase.contains(HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_16LE)))
                    || base64(utf8).stream().anyMatch(text::contains);
        }
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
