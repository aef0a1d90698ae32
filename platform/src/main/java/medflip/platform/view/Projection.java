package medflip.platform.view;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/**
 * Derives one view from events. Handlers are called {@code on}, take the event and the {@link Rows} they change, and
 * know no clock, no randomness and nothing outside: the same events always give the same rows, which a rebuild proves.
 *
 * <p>The SQL names tables without a schema: the same handlers fill the live view, a rebuild beside it, and a view of
 * the past.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ProcessingGroup("")
@Component
public @interface Projection {

    /** {@code <domain>.<view>}. The attribute's name is Axon's: another one would silently be an empty group. */
    String processingGroup();

    /** Every table that this projection fills, and nobody else does. */
    String[] tables();
}
