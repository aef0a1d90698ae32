package medflip.platform.view;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.springframework.stereotype.Component;

/**
 * A rule of the business, named {@code When<Event>Then<Command>}: it turns a fact into a command. It may see a fact
 * twice after a crash, so its command must be one that changes nothing the second time.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ProcessingGroup("")
@DisallowReplay
@Component
public @interface Automation {

    /** {@code <domain>.<policy>}. The attribute's name is Axon's: another one would silently be an empty group. */
    String processingGroup();
}
