package medflip.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the views that an endpoint reads. A request that carries {@link WebHeaders#POSITION} waits until they show
 * everything up to it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reads {

    /** Processing groups, {@code <domain>.<view>}. */
    String[] value();

    /** Whether it reads further views, which follow from the question; it waits for them itself. */
    boolean more() default false;
}
