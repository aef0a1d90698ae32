package medflip.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import medflip.kernel.DomainEvent;
import medflip.platform.command.Command;
import medflip.platform.command.TenantAggregate;
import medflip.platform.view.Automation;
import medflip.platform.view.Projection;
import org.axonframework.config.ProcessingGroup;
import org.jspecify.annotations.Nullable;

/** The kinds of things that the rules speak of. */
final class Kinds {

    private static final List<String> DOMAINS = List.of(
            "accounts",
            "audit",
            "billing",
            "catalog",
            "customers",
            "deals",
            "expenses",
            "imports",
            "inventory",
            "messaging",
            "operations",
            "privacy",
            "reports",
            "sales");

    private static final Pattern PACKAGE = Pattern.compile("medflip\\.(\\w+)\\.(\\w+).*");

    private Kinds() {}

    /** Package patterns of all domains in these roles. */
    static String[] domains(String... roles) {
        return DOMAINS.stream()
                .flatMap(domain -> Stream.of(roles).map(role -> "medflip." + domain + "." + role + ".."))
                .toArray(String[]::new);
    }

    static DescribedPredicate<JavaClass> inRole(String... roles) {
        return describe(
                "in " + String.join(", ", roles), type -> Arrays.asList(roles).contains(role(type)));
    }

    /** The domain of a class, or null where it belongs to none. */
    static @Nullable String domain(JavaClass type) {
        Matcher matcher = PACKAGE.matcher(type.getPackageName());
        return matcher.matches() && DOMAINS.contains(matcher.group(1)) ? matcher.group(1) : null;
    }

    /** What a processing group is called after: the class's domain, or its package of the platform. */
    static String place(JavaClass type) {
        String domain = domain(type);
        return domain == null ? type.getPackageName().replaceFirst(".*\\.", "") : domain;
    }

    static @Nullable String role(JavaClass type) {
        Matcher matcher = PACKAGE.matcher(type.getPackageName());
        return matcher.matches() && DOMAINS.contains(matcher.group(1)) ? matcher.group(2) : null;
    }

    static DescribedPredicate<JavaClass> anAggregate() {
        return describe(
                "aggregates",
                type -> type.isAssignableTo(TenantAggregate.class)
                        || type.isAnnotatedWith("org.axonframework.spring.stereotype.Aggregate"));
    }

    static DescribedPredicate<JavaClass> anEvent() {
        return describe("events", type -> type.isAssignableTo(DomainEvent.class) && !type.isInterface());
    }

    /** Classes that are neither a {@code …Store} nor a look-up of the write side, and stand in none. */
    static DescribedPredicate<JavaClass> outsideStores() {
        return describe(
                "outside stores",
                type -> !topLevel(type).getSimpleName().endsWith("Store") && !isLookUp(topLevel(type)));
    }

    /** The commands of a domain, with the values nested in them. */
    static boolean isCommand(JavaClass type) {
        return topLevel(type).isAssignableTo(Command.class);
    }

    /**
     * What a write side, or the platform for all of them, must know of many aggregates at once, filled from events:
     * {@code …Index}.
     */
    static boolean isLookUp(JavaClass type) {
        return ("write".equals(role(type)) || type.getPackageName().startsWith("medflip.platform."))
                && type.getSimpleName().endsWith("Index");
    }

    static DescribedPredicate<JavaClass> aDoorOfTheWriteSide() {
        return describe("commands or look-ups", type -> isCommand(type) || isLookUp(type));
    }

    /** Projections, policies and look-ups; Axon's bare annotation elsewhere is no way to name a group. */
    static DescribedPredicate<JavaClass> hasAGroup() {
        return describe(
                "projections, policies or look-ups",
                type -> type.isAnnotatedWith(Projection.class)
                        || type.isAnnotatedWith(Automation.class)
                        || isLookUp(type) && type.isAnnotatedWith(ProcessingGroup.class));
    }

    static String group(JavaClass type) {
        if (type.isAnnotatedWith(Projection.class)) {
            return type.getAnnotationOfType(Projection.class).processingGroup();
        }
        return type.isAnnotatedWith(Automation.class)
                ? type.getAnnotationOfType(Automation.class).processingGroup()
                : type.getAnnotationOfType(ProcessingGroup.class).value();
    }

    static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(Kinds::topLevel).orElse(type);
    }

    static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return reaches(
                "the machine's clock",
                target -> target.getOwner().getPackageName().equals("java.time")
                                && target.getName().equals("now")
                                && target.getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class))
                        || target.getOwner().isEquivalentTo(java.time.Clock.class)
                                && target.getName().startsWith("system")
                        || target.getOwner().isEquivalentTo(System.class)
                                && (target.getName().equals("currentTimeMillis")
                                        || target.getName().equals("nanoTime"))
                        || target.getOwner().isEquivalentTo(java.util.Date.class)
                                && target.getRawParameterTypes().isEmpty()
                        || target.getOwner().isAssignableTo(java.util.Calendar.class)
                                && target.getName().equals("getInstance"));
    }

    static DescribedPredicate<JavaAccess<?>> rollsDice() {
        return reaches(
                "randomness",
                target -> target.getOwner().isEquivalentTo(UUID.class)
                                && target.getName().equals("randomUUID")
                        || target.getOwner().isEquivalentTo(Math.class)
                                && target.getName().equals("random")
                        || target.getOwner().isEquivalentTo(Random.class)
                        || target.getOwner().isEquivalentTo(ThreadLocalRandom.class));
    }

    /** Calls and method references alike. */
    private static DescribedPredicate<JavaAccess<?>> reaches(String what, Predicate<CodeUnitAccessTarget> wanted) {
        return describe(
                "it reaches " + what,
                access -> access.getTarget() instanceof CodeUnitAccessTarget target && wanted.test(target));
    }
}
