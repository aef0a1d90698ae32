package medflip.platform.serialization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.ProductId;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealId;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteLine;
import medflip.imports.events.ImportEvent.ImportStarted;
import medflip.imports.events.ImportId;
import medflip.imports.events.ImportSubject;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.privacy.ClearText;
import medflip.platform.privacy.KeyMissing;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TestKeyring;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventSerializerTest {

    private static final DatabaseAccess ACCESS = TestDatabase.create();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Every test has a tenant of its own. */
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    private final CustomerId tammy = CustomerId.of(tenant, UUID.randomUUID());
    private final CustomerId priya = CustomerId.of(tenant, UUID.randomUUID());
    private final DealId deal = DealId.of(tenant, UUID.randomUUID());
    private final CustomerRegistered registered = registered(tammy);

    private final Keyring keyring = TestKeyring.open(ACCESS);
    private final EventNames names = EventNames.scan();
    private final EventSerializer serializer = new EventSerializer(names, keyring);

    @AfterEach
    void close() {
        keyring.close();
    }

    @Test
    void an_event_reads_as_it_was_written() {
        assertThat(read(write(registered))).isEqualTo(registered);
        assertThat(write(registered).getType())
                .isEqualTo(new SimpleSerializedType("customers.CustomerRegistered", "1"));
    }

    @Test
    void what_may_be_absent_stays_absent() {
        var bare = new CustomerRegistered(tammy, new PersonName("Tammy"), List.of(), List.of(), null, null, null, null);

        assertThat(read(write(bare))).isEqualTo(bare);
        assertThat(tree(bare).get("address").isNull()).isTrue();
    }

    @Test
    void amounts_dates_months_and_ids_have_plain_forms() {
        ProductId verio = ProductId.named(deal.tenantId(), "OneTouch Verio 50ct");
        var quote = new QuoteGiven(
                deal,
                tammy,
                List.of(new QuoteLine(
                        1,
                        verio,
                        "OneTouch Verio 50ct",
                        YearMonth.of(2027, 3),
                        Grade.PERFECT,
                        2,
                        Money.usd("30.5"),
                        PriceTrace.BY_HAND)),
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 12, 1),
                null);

        assertThat(tree(quote).toString()).isEqualTo("""
                {"dealId":"%s","customerId":"%s",\
                "lines":[{"line":1,"productId":"%s","item":"OneTouch Verio 50ct","expiry":"2027-03","grade":"PERFECT","quantity":2,\
                "unitPrice":{"minor":3050,"currency":"USD"},\
                "trace":{"listed":null,"bestBuyer":null,"bestPrice":null,"minimumMargin":0,"override":null}}],\
                "quotedOn":"2026-11-24","validUntil":"2026-12-01","note":null}""".formatted(deal, tammy, verio));
        assertThat(read(write(quote))).isEqualTo(quote);
    }

    @Test
    void what_is_personal_tells_only_that_it_is_encrypted_and_for_whom() {
        JsonNode name = tree(registered).get("name");

        assertThat(name.propertyNames()).containsExactly("enc", "subject", "key", "data");
        assertThat(name.get("enc").asString()).isEqualTo("v1");
        assertThat(name.get("subject").asString()).isEqualTo("customer/" + tammy.local());
        assertThat(name.get("key").asString()).isEqualTo("main");
    }

    @Test
    void no_personal_value_stands_in_the_bytes_in_any_encoding() {
        List<String> personal = List.of(
                "Tammy",
                "Davis",
                "Tammy Davis",
                "+16175550155",
                "6175550155",
                "tammy.davis467@example.com",
                "12 Elm Street",
                "02134",
                "Boston",
                "gate code 4711");

        assertThat(ClearText.found(write(registered).getData(), personal)).isEmpty();

        byte[] clear = JSON.writeValueAsBytes(registered);
        assertThat(ClearText.found(clear, personal))
                .as("the scan would find them")
                .isEqualTo(personal);
        assertThat(ClearText.found(Base64.getMimeEncoder().encode(clear), List.of("tammy.davis467@example.com")))
                .isNotEmpty();
        assertThat(ClearText.found(new String(clear, UTF_8).getBytes(StandardCharsets.UTF_16BE), personal))
                .isEqualTo(personal);
    }

    @Test
    void the_same_value_never_looks_the_same_twice() {
        assertThat(tree(registered).get("name")).isNotEqualTo(tree(registered).get("name"));
    }

    @Test
    void ciphertext_can_be_moved_neither_to_another_field_nor_event_nor_aggregate_nor_person_nor_tenant() {
        ObjectNode original = tree(registered);

        ObjectNode otherField = tree(registered);
        otherField.set("note", original.get("name"));
        assertUnreadable(CustomerRegistered.class, otherField);

        ObjectNode otherEvent = tree(corrected(tammy));
        otherEvent.set("name", original.get("name"));
        assertUnreadable(CustomerRenamed.class, otherEvent);

        ObjectNode otherPerson = tree(registered(priya));
        otherPerson.set("name", original.get("name"));
        assertUnreadable(CustomerRegistered.class, otherPerson);

        ObjectNode otherNamed = tree(registered);
        otherNamed.put("customerId", priya.value());
        assertUnreadable(CustomerRegistered.class, otherNamed);

        CustomerId namesake = CustomerId.of(new TenantId(UUID.randomUUID()), tammy.local());
        ObjectNode otherTenant = tree(registered(namesake));
        otherTenant.set("name", original.get("name"));
        assertUnreadable(CustomerRegistered.class, otherTenant);

        ObjectNode otherAggregate = tree(payout(deal));
        otherAggregate.put("dealId", DealId.of(tenant, UUID.randomUUID()).value());
        assertUnreadable(PayoutRecorded.class, otherAggregate);
    }

    @Test
    void a_person_is_recognised_whatever_component_names_them() {
        AccountId account = AccountId.of(tenant, tenant.value());
        var started = new ImportStarted(
                ImportId.of(tenant, UUID.randomUUID()),
                account,
                ImportSubject.DEALS,
                new PersonalText("ledger of Tammy.csv"),
                "ab",
                2,
                1);

        assertThat(tree(started).get("fileName").get("subject").asString()).isEqualTo("account/" + tenant);
        assertThat(tree(payout(deal)).get("reference").get("subject").asString())
                .isEqualTo("customer/" + tammy.local());
        assertThat(read(write(started))).isEqualTo(started);
    }

    @Test
    void an_erased_person_reads_as_placeholders_and_others_as_they_are() {
        SerializedObject<byte[]> ofTammy = write(registered);
        SerializedObject<byte[]> ofPriya = write(registered(priya));
        SerializedObject<byte[]> payout = write(payout(deal));

        TestKeyring.erasure(keyring).eraseSubject(tenant, tammy);

        assertThat(read(ofTammy))
                .isEqualTo(new CustomerRegistered(
                        tammy,
                        new PersonName("[erased]"),
                        List.of(),
                        List.of(),
                        new PostalAddress("[erased]", null, null, null, null, null),
                        "Google",
                        new PersonalText("[erased]"),
                        null));
        assertThat(((PayoutRecorded) read(payout)).reference()).isEqualTo(new PersonalText("[erased]"));
        assertThat(((PayoutRecorded) read(payout)).amount()).isEqualTo(Money.usd("12"));
        assertThat(read(ofPriya)).isEqualTo(registered(priya));
    }

    @Test
    void nothing_can_be_written_about_an_erased_person_but_what_isn_t_personal() {
        TestKeyring.erasure(keyring).eraseSubject(tenant, tammy);

        assertThatThrownBy(() -> write(corrected(tammy)))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("privacy.subject-erased"));
        assertThat(read(write(new CustomerArchived(tammy)))).isEqualTo(new CustomerArchived(tammy));
    }

    @Test
    void a_lost_key_is_an_alarm_and_never_a_placeholder() {
        SerializedObject<byte[]> ofTammy = write(registered);
        JdbcClient.create(TestDatabase.superuser(ACCESS.keysUrl()))
                .sql("DELETE FROM keyring.subject_key WHERE tenant_id = ?")
                .param(tenant.value())
                .update();

        assertThatThrownBy(() -> new EventSerializer(names, TestKeyring.open(ACCESS)).deserialize(ofTammy))
                .isInstanceOf(KeyMissing.class);
    }

    @Test
    void keys_for_many_events_are_loaded_ahead() {
        SerializedObject<byte[]> ofTammy = write(registered);
        SerializedObject<byte[]> payout = write(payout(deal));
        var node = new EventSerializer(names, TestKeyring.open(ACCESS));

        node.prefetch(List.of(entry(tammy.value(), ofTammy), entry(deal.value(), payout)));
        JdbcClient.create(TestDatabase.superuser(ACCESS.keysUrl()))
                .sql("DELETE FROM keyring.subject_key WHERE tenant_id = ?")
                .param(tenant.value())
                .update();

        assertThat(read(node, ofTammy)).isEqualTo(registered);
        assertThat(read(node, payout)).isEqualTo(payout(deal));
    }

    @Test
    void fields_that_a_later_version_added_are_passed_over() {
        ObjectNode tree = tree(registered);
        tree.putObject("loyalty").put("points", 3);

        assertThat(read(stored("customers.CustomerRegistered", "1", tree))).isEqualTo(registered);
    }

    @Test
    void an_optional_field_that_was_never_written_is_null_and_a_needed_one_is_missed_aloud() {
        ObjectNode without = tree(registered);
        without.remove(List.of("importId", "leadSource"));
        assertThat(((CustomerRegistered) read(stored("customers.CustomerRegistered", "1", without))).leadSource())
                .isNull();

        without.remove("name");
        assertThatThrownBy(() -> read(stored("customers.CustomerRegistered", "1", without)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("without name");
    }

    @Test
    void an_event_that_lacks_something_is_never_written() {
        @SuppressWarnings("NullAway") // That is the fault to be noticed.
        var nameless = new CustomerArchived(null);

        assertThatThrownBy(() -> write(nameless))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("without customerId");
    }

    @Test
    void a_person_of_another_tenant_is_never_written_about() {
        CustomerId foreign = CustomerId.of(new TenantId(UUID.randomUUID()), UUID.randomUUID());
        var quote =
                new QuoteGiven(deal, foreign, List.of(), LocalDate.EPOCH, LocalDate.EPOCH, new PersonalText("a note"));

        assertThatThrownBy(() -> write(quote)).hasMessageContaining("another tenant");
    }

    @Test
    void a_personal_value_that_stands_in_clear_is_refused() {
        ObjectNode clear = tree(registered);
        clear.put("name", "Tammy");

        assertUnreadable(CustomerRegistered.class, clear);
    }

    @Test
    void an_unknown_name_or_revision_is_said_and_not_skipped() {
        assertThatThrownBy(() -> read(stored("deals.QuoteForgotten", "1", JSON.createObjectNode())))
                .hasMessageContaining("No event is called deals.QuoteForgotten");
        assertThatThrownBy(() -> read(stored("customers.CustomerRegistered", "2", tree(registered))))
                .hasMessageContaining("Revision 2 of customers.CustomerRegistered");
    }

    @Test
    void metadata_and_axon_s_book_keeping_are_plain_json() {
        MetaData metaData = MetaData.with("tenantId", tenant.toString()).and("expectedVersion", 3);
        assertThat(read(serializer.serialize(metaData, byte[].class))).isEqualTo(metaData);
        TrackingToken replay =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(3));
        for (TrackingToken token : List.of(
                new GlobalSequenceTrackingToken(7), GapAwareTrackingToken.newInstance(9, List.of(4L)), replay)) {
            assertThat(read(serializer.serialize(token, byte[].class))).isEqualTo(token);
        }
        assertThat(read(serializer.serialize(null, byte[].class))).isNull();
    }

    @Test
    void what_nobody_would_encrypt_is_refused() {
        assertThatThrownBy(() -> serializer.serialize(Map.of("name", "Tammy"), byte[].class))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> serializer.serialize(new PersonName("Tammy"), byte[].class))
                .isInstanceOf(SerializationException.class)
                .hasMessageNotContaining("Tammy");
        assertThatThrownBy(() -> serializer.deserialize(new SimpleSerializedObject<>(
                        "\"x\"".getBytes(UTF_8), byte[].class, new SimpleSerializedType("java.lang.String", null))))
                .isInstanceOf(SerializationException.class);
    }

    private void assertUnreadable(Class<? extends DomainEvent> type, ObjectNode tree) {
        assertThatThrownBy(() -> read(stored(names.name(type), "1", tree)))
                .isInstanceOf(SerializationException.class)
                .hasMessageNotContaining("Tammy");
    }

    private SerializedObject<byte[]> write(DomainEvent event) {
        return serializer.serialize(event, byte[].class);
    }

    private Object read(SerializedObject<?> stored) {
        return read(serializer, stored);
    }

    static Object read(EventSerializer serializer, SerializedObject<?> stored) {
        return serializer.deserialize(stored);
    }

    private ObjectNode tree(DomainEvent event) {
        return (ObjectNode) JSON.readTree(write(event).getData());
    }

    private static SerializedObject<byte[]> stored(String name, String revision, ObjectNode tree) {
        return new SimpleSerializedObject<>(
                JSON.writeValueAsBytes(tree), byte[].class, new SimpleSerializedType(name, revision));
    }

    private static GenericDomainEventEntry<byte[]> entry(String aggregateId, SerializedObject<byte[]> payload) {
        return new GenericDomainEventEntry<>(
                "",
                aggregateId,
                0,
                UUID.randomUUID().toString(),
                Instant.EPOCH,
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                new byte[0]);
    }

    static CustomerRegistered registered(CustomerId customer) {
        return new CustomerRegistered(
                customer,
                new PersonName("Tammy Davis"),
                List.of(new PhoneNumber("+16175550155")),
                List.of(new EmailAddress("tammy.davis467@example.com")),
                new PostalAddress("12 Elm Street", null, "Boston", "MA", "02134", "US"),
                "Google",
                new PersonalText("gate code 4711"),
                null);
    }

    private static CustomerRenamed corrected(CustomerId customer) {
        return new CustomerRenamed(customer, registered(customer).name());
    }

    private PayoutRecorded payout(DealId deal) {
        return new PayoutRecorded(
                deal,
                tammy,
                new UUID(1, 2),
                Money.usd("12"),
                PayoutMethod.CHECK,
                new PersonalText("check 381"),
                Money.usd("0"),
                null,
                LocalDate.of(2026, 11, 24));
    }
}
