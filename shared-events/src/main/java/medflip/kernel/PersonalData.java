package medflip.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an event component that is stored encrypted under the key of the person it is about. Destroying that key is how
 * a person is forgotten (policy promise P7, P8).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PersonalData {

    /** Stable name of the field, such as {@code customers.name}. Part of the ciphertext's binding: never change it. */
    String value();

    /**
     * Name of the component that holds the {@link DataSubject}; may be left out where the event has exactly one such
     * component.
     */
    String subject() default "";
}
