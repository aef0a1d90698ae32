package medflip.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import medflip.kernel.AggregateId;
import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;
import medflip.kernel.Personal;
import medflip.kernel.PersonalData;
import medflip.platform.view.Automation;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.queryhandling.QueryHandler;

/** What the rules ask for, where ArchUnit has no words for it. */
final class Conditions {

    private static final List<String> PRIVATE_ROLES = Arrays.asList("write", "automation", "read", "inbound");

    private Conditions() {}

    static ArchCondition<JavaClass> meetOtherDomainsInEventsOnly() {
        return condition("meet other domains in events only", (type, violation) -> {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                boolean otherDomain =
                        Kinds.domain(target) != null && !Objects.equals(Kinds.domain(target), Kinds.domain(type));
                boolean neededByAnImport = "imports".equals(Kinds.domain(type))
                        && "write".equals(Kinds.role(type))
                        && (Kinds.isCommand(target) || Kinds.isLookUp(target));
                boolean askedByASale = "sales".equals(Kinds.domain(type))
                        && "write".equals(Kinds.role(type))
                        && "inventory".equals(Kinds.domain(target))
                        && Kinds.isCommand(target);
                if (otherDomain && PRIVATE_ROLES.contains(Kinds.role(target)) && !neededByAnImport && !askedByASale) {
                    violation.accept(dependency.getDescription());
                }
            }
        });
    }

    static ArchCondition<JavaClass> beRecordsOfASealedFamily() {
        return condition("be records, nested in their sealed family", (type, violation) -> {
            if (type.isInterface() && !type.isSealed()) {
                violation.accept(type.getName() + " is a family, but isn't sealed");
            }
            boolean nested = type.getEnclosingClass()
                    .filter(family -> family.isAssignableTo(DomainEvent.class))
                    .isPresent();
            if (!type.isInterface() && !(type.isRecord() && nested)) {
                violation.accept(type.getName() + " is no record inside a family of events");
            }
        });
    }

    static ArchCondition<JavaClass> nameTheirStream() {
        return condition("have a component that is an AggregateId", (type, violation) -> {
            if (type.getFields().stream().noneMatch(field -> field.getRawType().isAssignableTo(AggregateId.class))) {
                violation.accept(type.getName() + " has no component that is an id");
            }
        });
    }

    static ArchCondition<JavaClass> sayOfEachTextWhetherItIsPersonal() {
        return condition("mark personal data, and say of each other text that it isn't", (type, violation) -> {
            for (RecordComponent component : components(type.reflect())) {
                boolean personal = component.isAnnotationPresent(PersonalData.class);
                boolean said = personal || component.isAnnotationPresent(NotPersonal.class);
                String name = type.getName() + "." + component.getName();
                types(component.getGenericType()).forEach(part -> {
                    if (Personal.class.isAssignableFrom(part) && !personal) {
                        violation.accept(name + " is personal, but not marked so");
                    } else if (CharSequence.class.isAssignableFrom(part) && !said) {
                        violation.accept(name + " is a text, and marked neither way");
                    } else if (isPartOfEvents(part) && !personal) {
                        checkPart(part, violation);
                    }
                });
            }
        });
    }

    /** The encrypting serializer looks at an event's own components only, so nothing personal may lie deeper. */
    private static void checkPart(Class<?> part, Consumer<String> violation) {
        for (RecordComponent component : components(part)) {
            String name = part.getName() + "." + component.getName();
            types(component.getGenericType()).forEach(inner -> {
                if (Personal.class.isAssignableFrom(inner)) {
                    violation.accept(name + " is personal, but no component of the event itself");
                } else if (CharSequence.class.isAssignableFrom(inner)
                        && !component.isAnnotationPresent(NotPersonal.class)) {
                    violation.accept(name + " is a text of an event, and not marked as not personal");
                } else if (isPartOfEvents(inner)) {
                    checkPart(inner, violation);
                }
            });
        }
    }

    private static boolean isPartOfEvents(Class<?> type) {
        return type.isRecord()
                && type.getPackageName().endsWith(".events")
                && !AggregateId.class.isAssignableFrom(type);
    }

    private static List<RecordComponent> components(Class<?> type) {
        return type.isRecord() ? List.of(type.getRecordComponents()) : List.of();
    }

    /** The class itself, and those in its angle brackets. */
    private static Stream<Class<?>> types(Type type) {
        return switch (type) {
            case ParameterizedType generic ->
                Stream.concat(
                        types(generic.getRawType()),
                        Stream.of(generic.getActualTypeArguments()).flatMap(Conditions::types));
            case Class<?> raw -> Stream.of(raw);
            default -> Stream.empty();
        };
    }

    static ArchCondition<JavaClass> haveAGroupOfTheirOwn() {
        return new ArchCondition<>("have a processing group of their own, called <domain>.<view>") {

            private final Map<String, JavaClass> owners = new HashMap<>();

            @Override
            public void init(Collection<JavaClass> all) {
                owners.clear();
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String group = Kinds.group(type);
                if (!group.matches(Kinds.place(type) + "\\.[a-z][a-z0-9-]*")) {
                    events.add(violated(type, type.getName() + " has the group \"" + group + "\""));
                }
                JavaClass owner = owners.putIfAbsent(group, type);
                if (owner != null) {
                    events.add(
                            violated(type, type.getName() + " shares the group " + group + " with " + owner.getName()));
                }
            }
        };
    }

    static ArchCondition<JavaMethod> haveTheNameOfTheirKind() {
        return new ArchCondition<>("be called decide, evolve, on, react or answer, by their kind") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String name = null;
                if (method.isAnnotatedWith(CommandHandler.class)) {
                    name = "decide";
                } else if (method.isAnnotatedWith(EventSourcingHandler.class)) {
                    name = "evolve";
                } else if (method.isAnnotatedWith(QueryHandler.class)) {
                    name = "answer";
                } else if (method.isAnnotatedWith(EventHandler.class)) {
                    name = method.getOwner().isAnnotatedWith(Automation.class) ? "react" : "on";
                }
                if (name != null && !name.equals(method.getName())) {
                    events.add(violated(method, method.getFullName() + " isn't called " + name));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> condition(
            String description, BiConsumer<JavaClass, Consumer<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, message -> events.add(violated(type, message)));
            }
        };
    }
}
