package medflip.platform.serialization;

import com.google.crypto.tink.Aead;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import medflip.kernel.AggregateId;
import medflip.kernel.DataSubject;
import medflip.kernel.DomainEvent;
import medflip.kernel.Personal;
import medflip.kernel.PersonalData;
import medflip.kernel.PostalAddress;
import medflip.platform.privacy.Binding;
import medflip.platform.privacy.Keyring;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the events of one class are written and read: an object with the record's components in their order, those that
 * are personal encrypted. All that can be found out about the class is found out once, and what is unclear about it is
 * an error at start.
 */
final class EventForm {

    private static final String BINDING_VERSION = "v1";

    /**
     * One component.
     *
     * @param fieldId of personal data, else null
     * @param subject place of the component that names whom personal data is about
     * @param placeholder what an erased value reads as
     */
    private record Part(
            String name,
            JavaType type,
            ObjectReader reader,
            MethodHandle accessor,
            boolean required,
            @Nullable String fieldId,
            int subject,
            @Nullable Object placeholder) {}

    private final String eventName;
    private final Part[] parts;
    private final Map<String, Integer> places = new HashMap<>();
    private final int aggregate;
    private final MethodHandle constructor;
    private final JsonMapper mapper;
    private final Keyring keyring;

    EventForm(String eventName, Class<? extends DomainEvent> type, JsonMapper mapper, Keyring keyring) {
        this.eventName = eventName;
        this.mapper = mapper;
        this.keyring = keyring;
        RecordComponent[] components = type.getRecordComponents();
        this.aggregate = aggregate(type, components);
        this.parts = new Part[components.length];
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            for (int i = 0; i < components.length; i++) {
                parts[i] = part(components, i, lookup);
                places.put(parts[i].name(), i);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            this.constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(eventName + " can't be stored", e);
        }
    }

    /** @throws SerializationException if a component that isn't nullable is null */
    void write(DomainEvent event, JsonGenerator json) {
        json.writeStartObject(event);
        for (Part part : parts) {
            json.writeName(part.name());
            Object value = get(part, event);
            if (value == null) {
                if (part.required()) {
                    throw new SerializationException(eventName + " is written without " + part.name() + ".");
                }
                json.writeNull();
            } else if (part.fieldId() == null) {
                json.writePOJO(value);
            } else {
                seal(part.fieldId(), value, event, parts[part.subject()]).write(json);
            }
        }
        json.writeEndObject();
    }

    /** @throws SerializationException if the JSON isn't such an event's, or its ciphertext was moved or altered */
    Object read(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new SerializationException(eventName + " is stored as something else than an object.");
        }
        @Nullable Object[] values = new Object[parts.length];
        @Nullable Sealed[] sealed = new Sealed[parts.length];
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            Integer place = places.get(name);
            if (place == null) {
                json.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                if (parts[place].fieldId() == null) {
                    values[place] = parts[place].reader().readValue(json);
                } else {
                    sealed[place] = Sealed.read(json);
                }
            }
        }
        for (int i = 0; i < parts.length; i++) {
            Sealed value = sealed[i];
            if (value != null) {
                values[i] = open(parts[i], value, values);
            }
        }
        return made(values);
    }

    /**
     * Reads the form in which nothing is encrypted.
     *
     * @throws SerializationException if the JSON isn't such an event's
     */
    Object readOpen(JsonNode json) {
        @Nullable Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            JsonNode value = json.get(parts[i].name());
            if (value != null && !value.isNull()) {
                values[i] = parts[i].reader().readValue(value);
            }
        }
        return made(values);
    }

    private Object made(@Nullable Object[] values) {
        for (int i = 0; i < parts.length; i++) {
            if (values[i] == null && parts[i].required()) {
                throw new SerializationException(
                        eventName + " is stored without " + parts[i].name() + ": is an upcast missing?");
            }
        }
        try {
            return constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new SerializationException(eventName + " can't be made of what is stored", e);
        }
    }

    /** What the event says about one of these, as {@link Keyring#nameOf} says them. */
    List<Object> saidOf(Set<String> subjects, DomainEvent event) {
        List<Object> said = new ArrayList<>();
        for (Part part : parts) {
            if (part.fieldId() != null && get(parts[part.subject()], event) instanceof DataSubject subject) {
                Object value = subjects.contains(Keyring.nameOf(subject)) ? get(part, event) : null;
                if (value != null) {
                    said.add(value);
                }
            }
        }
        return said;
    }

    private Sealed seal(String fieldId, Object value, DomainEvent event, Part subjectPart) {
        DataSubject subject = (DataSubject) Objects.requireNonNull(get(subjectPart, event), subjectPart.name());
        AggregateId aggregateId = event.aggregateId();
        String tenant = tenant(aggregateId.value());
        if (!subject.value().startsWith(tenant)) {
            throw new SerializationException(eventName + " names a person of another tenant.");
        }
        String subjectName = Keyring.nameOf(subject);
        Aead key = keyring.forWriting(subject);
        try {
            byte[] data = key.encrypt(
                    mapper.writeValueAsBytes(value), binding(tenant, subjectName, aggregateId.value(), fieldId));
            return new Sealed(subjectName, Keyring.MAIN, data);
        } catch (GeneralSecurityException e) {
            throw new SerializationException(fieldId + " can't be encrypted", e);
        }
    }

    private Object open(Part part, Sealed sealed, @Nullable Object[] values) {
        AggregateId aggregateId = (AggregateId) values[aggregate];
        DataSubject subject = (DataSubject) values[part.subject()];
        if (aggregateId == null || subject == null || !sealed.subject().equals(Keyring.nameOf(subject))) {
            throw new SerializationException(
                    eventName + "." + part.name() + " holds what was encrypted for somebody else.");
        }
        Optional<Aead> key = keyring.forReading(aggregateId.tenantId(), sealed.subject(), sealed.key());
        if (key.isEmpty()) {
            return Objects.requireNonNull(part.placeholder());
        }
        String fieldId = Objects.requireNonNull(part.fieldId());
        byte[] binding = binding(tenant(aggregateId.value()), sealed.subject(), aggregateId.value(), fieldId);
        byte[] plain;
        try {
            plain = key.get().decrypt(sealed.data(), binding);
        } catch (GeneralSecurityException e) {
            throw new SerializationException(
                    fieldId + " in a " + eventName + " of " + aggregateId.value()
                            + " doesn't decrypt: it was altered, or moved here from elsewhere.",
                    e);
        }
        try {
            return part.reader().readValue(plain);
        } catch (JacksonException e) {
            // Without its cause, whose message would hold the value.
            throw new SerializationException(fieldId + " in a " + eventName + " isn't of type " + part.type());
        }
    }

    /** Neither the revision nor the component's name: an upcast may change both. */
    private byte[] binding(String tenant, String subject, String aggregateId, String fieldId) {
        return Binding.of(BINDING_VERSION, tenant, subject, aggregateId, eventName, fieldId);
    }

    private static String tenant(String aggregateId) {
        return aggregateId.substring(0, aggregateId.indexOf('/'));
    }

    private static @Nullable Object get(Part part, DomainEvent event) {
        try {
            return (Object) part.accessor().invokeExact((Object) event);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new SerializationException(part.name() + " can't be read", e);
        }
    }

    private Part part(RecordComponent[] components, int place, MethodHandles.Lookup lookup)
            throws IllegalAccessException {
        RecordComponent component = components[place];
        PersonalData personal = component.getAnnotation(PersonalData.class);
        JavaType type = mapper.constructType(component.getGenericType());
        // Found once: looking a type's reader up again for each value costs more than the reading.
        ObjectReader reader = mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        MethodHandle accessor =
                lookup.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
        boolean required = isRequired(component);
        if (personal == null) {
            return new Part(component.getName(), type, reader, accessor, required, null, -1, null);
        }
        int subject = subject(components, personal, component.getName());
        return new Part(
                component.getName(),
                type,
                reader,
                accessor,
                required,
                personal.value(),
                subject,
                placeholder(type, component));
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** The component that is the aggregate's id: by type, and where several have it, the one the family names. */
    private int aggregate(Class<?> type, RecordComponent[] components) {
        Class<?> idType = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("aggregateId") && method.getParameterCount() == 0)
                .map(Method::getReturnType)
                .filter(Predicate.not(AggregateId.class::equals))
                .findFirst()
                .orElseThrow(() -> unclear("doesn't say the type of its aggregateId()"));
        int[] ofType = places(components, component -> component.getType() == idType);
        int[] named = places(
                components,
                component -> component.getType() == idType
                        && Arrays.stream(type.getInterfaces())
                                .flatMap(family -> Arrays.stream(family.getMethods()))
                                .anyMatch(method -> method.getName().equals(component.getName())));
        if (ofType.length == 1) {
            return ofType[0];
        }
        if (named.length == 1) {
            return named[0];
        }
        throw unclear("has no single component that is its aggregate's id");
    }

    private int subject(RecordComponent[] components, PersonalData personal, String name) {
        int[] named = places(components, component -> component.getName().equals(personal.subject()));
        int[] subjects = places(components, component -> DataSubject.class.isAssignableFrom(component.getType()));
        int found;
        if (!personal.subject().isEmpty()) {
            found = named.length == 1 ? named[0] : -1;
        } else if (subjects.length == 1) {
            found = subjects[0];
        } else {
            found = aggregate;
        }
        if (found < 0
                || !DataSubject.class.isAssignableFrom(components[found].getType())
                || !isRequired(components[found])) {
            throw unclear("doesn't say whom " + name + " is about: name the component in subject()");
        }
        return found;
    }

    /** What stands for an erased value; types for which nothing can stand are refused at start. */
    private Object placeholder(JavaType type, RecordComponent component) {
        String json = "\"" + Personal.ERASED + "\"";
        if (List.class.isAssignableFrom(component.getType())) {
            json = "[]";
        } else if (component.getType() == PostalAddress.class) {
            json = "{\"line1\":\"" + Personal.ERASED + "\"}";
        }
        try {
            return mapper.readValue(json, type);
        } catch (JacksonException e) {
            throw unclear("has a personal " + component.getName() + " of a type that has no form for erased values");
        }
    }

    private static int[] places(RecordComponent[] components, Predicate<RecordComponent> wanted) {
        return IntStream.range(0, components.length)
                .filter(i -> wanted.test(components[i]))
                .toArray();
    }

    private IllegalStateException unclear(String what) {
        return new IllegalStateException(eventName + " " + what + ".");
    }
}
