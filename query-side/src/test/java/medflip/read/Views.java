package medflip.read;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import medflip.kernel.DomainEvent;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import medflip.platform.view.Projection;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every projection there is. */
final class Views {

    private Views() {}

    static Stream<Object> projections() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Projection.class));
        return scanner.findCandidateComponents("medflip").stream()
                .map(found -> instance(String.valueOf(found.getBeanClassName())));
    }

    static Projection view(Object projection) {
        return projection.getClass().getAnnotation(Projection.class);
    }

    /** A new business, with every view filled from what happened to it. */
    static TenantId filled(BiFunction<TenantId, Long, List<DomainEvent>> story, long seed) {
        TenantId tenant = new TenantId(Ids.next());
        Log log = new Log();
        story.apply(tenant, seed).forEach(log::append);
        projections().forEach(projection -> ReadDatabase.apply(projection, log.messages()));
        return tenant;
    }

    private static Object instance(String name) {
        try {
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " should need nothing: a projection knows only its events", e);
        }
    }
}
