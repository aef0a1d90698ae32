package medflip.platform.serialization;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import medflip.kernel.DomainEvent;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Keyring;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Writes and reads events for Axon, wherever it keeps or sends them: in the event table, in dead letters, in messages.
 * What is personal stands encrypted under the key of the person it is about, and reads as {@code [erased]} once that
 * key was destroyed. Metadata and Axon's own book-keeping are plain JSON; anything else is refused, since nobody would
 * encrypt what it says.
 *
 * <p>Reading ignores fields it doesn't know and takes absent fields as null, where the component may be null. Between
 * bytes and {@code JsonNode}, the form in which upcasts see events, nothing is decrypted.
 */
public final class EventSerializer implements Serializer {

    private static final int USUAL_BYTES = 1_024;
    private static final int TENANT_LENGTH = 36;

    private final EventNames names;
    private final Map<Class<?>, EventForm> forms = new HashMap<>();
    private final Map<Class<?>, SerializedType> types = new HashMap<>();
    private final JsonMapper mapper;
    private final Keyring keyring;
    private final Jackson3Serializer plain;

    /** @throws IllegalStateException if an event is unclear about its aggregate or about whom its data is */
    public EventSerializer(EventNames names, Keyring keyring) {
        this.names = names;
        this.keyring = keyring;
        this.mapper = JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
        this.plain = plain();
        for (String name : names.all()) {
            Class<? extends DomainEvent> type = names.find(name).orElseThrow();
            forms.put(type, new EventForm(name, type, mapper, keyring));
            types.put(type, new SimpleSerializedType(name, Integer.toString(names.revision(name))));
        }
    }

    /**
     * Loads, in one query a tenant, the keys that reading these events will need.
     *
     * @param events as stored, before any upcast
     */
    public void prefetch(Collection<? extends DomainEventData<byte[]>> events) {
        Map<TenantId, Set<String>> subjects = new HashMap<>();
        for (DomainEventData<byte[]> event : events) {
            TenantId tenant = TenantId.of(event.getAggregateIdentifier().substring(0, TENANT_LENGTH));
            Sealed.subjects(
                    event.getPayload().getData(),
                    subject -> subjects.computeIfAbsent(tenant, unseen -> new HashSet<>())
                            .add(subject));
        }
        subjects.forEach(keyring::prefetch);
    }

    /**
     * Reads the form that an archive has: of today's revision, and with nothing encrypted.
     *
     * @throws SerializationException if no event has this name, or the JSON isn't such an event's
     */
    public DomainEvent readOpen(String name, JsonNode json) {
        EventForm form = names.find(name).map(forms::get).orElse(null);
        if (form == null) {
            throw new SerializationException("No event is called " + name + ". Did a newer version write it?");
        }
        try {
            return (DomainEvent) form.readOpen(json);
        } catch (JacksonException e) {
            // Without its cause, whose message would hold the value.
            throw new SerializationException(name + " can't be read: it isn't as its description says.");
        }
    }

    /** What an event says about one of these, as {@link Keyring#nameOf} says them: its personal components. */
    public List<Object> saidOf(Set<String> subjects, DomainEvent event) {
        return Objects.requireNonNull(forms.get(event.getClass())).saidOf(subjects, event);
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (object instanceof DomainEvent event) {
            T data = getConverter().convert(write(event), representation);
            return new SimpleSerializedObject<>(data, representation, typeForClass(event.getClass()));
        }
        if (object != null) {
            requirePlain(object.getClass());
        }
        return plain.serialize(object, representation);
    }

    @Override
    // The serialized object's type says what T is; Axon's interface can't.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        Class<?> type = classForType(serialized.getType());
        EventForm form = forms.get(type);
        if (form == null) {
            return plain.deserialize(serialized);
        }
        requirePresentRevision(serialized.getType());
        Object data = serialized.getData();
        try (JsonParser json = data instanceof JsonNode tree
                ? mapper.treeAsTokens(tree)
                : mapper.createParser(
                        getConverter().convert(serialized, byte[].class).getData())) {
            return (T) form.read(json);
        } catch (JacksonException e) {
            throw new SerializationException(serialized.getType().getName() + " can't be read", e);
        }
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return plain.canSerializeTo(representation);
    }

    /** @throws SerializationException if a stored name is neither an event's nor that of a class of Axon's own */
    @Override
    @SuppressWarnings("rawtypes") // Axon's interface.
    public Class classForType(SerializedType type) {
        Class<?> event = names.find(type.getName()).orElse(null);
        if (event != null) {
            return event;
        }
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        Class<?> other = plain.classForType(type);
        if (other == UnknownSerializedType.class) {
            throw new SerializationException(
                    "No event is called " + type.getName() + ". Did a newer version write it?");
        }
        return requirePlain(other);
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") @Nullable Class type) { // Axon's interface.
        SerializedType known = types.get(type);
        return known == null ? plain.typeForClass(type) : known;
    }

    @Override
    public Converter getConverter() {
        return plain.getConverter();
    }

    private byte[] write(DomainEvent event) {
        EventForm form = forms.get(event.getClass());
        if (form == null) {
            throw new SerializationException(
                    event.getClass().getName() + " is no record in a package medflip.<domain>.events.");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = mapper.createGenerator(bytes)) {
            form.write(event, json);
        } catch (JacksonException e) {
            throw new SerializationException(names.name(event.getClass()) + " can't be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * For Axon's own messages and tokens, which hold nothing personal; Jackson's usual guard would refuse to read the
     * token of a processor that is replaying.
     */
    public static Jackson3Serializer plain() {
        var ofAxon = BasicPolymorphicTypeValidator.builder()
                .allowIfBaseType(TrackingToken.class)
                .allowIfSubType("org.axonframework.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.polymorphicTypeValidator(ofAxon))
                .build();
    }

    /** An upcast that is missing must not read as an event with some fields left out. */
    private void requirePresentRevision(SerializedType stored) {
        String present = Objects.requireNonNull(
                        types.get(names.find(stored.getName()).orElseThrow()))
                .getRevision();
        if (!present.equals(stored.getRevision())) {
            throw new SerializationException("Revision " + stored.getRevision() + " of " + stored.getName()
                    + " can't be read: revision " + present + " is known here, and no upcast leads to it.");
        }
    }

    private static Class<?> requirePlain(Class<?> type) {
        boolean bookkeeping = MetaData.class.isAssignableFrom(type)
                || TrackingToken.class.isAssignableFrom(type)
                || type.getName().startsWith("org.axonframework.");
        if (!bookkeeping) {
            throw new SerializationException(
                    type.getName() + " is neither an event nor Axon's own, so nobody would encrypt what it says.");
        }
        return type;
    }
}
