package medflip.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what an endpoint, or each of a class, needs, where that doesn't follow from its verb. An endpoint that forgets
 * it is for owners and staff, if it isn't a GET: too strict, never too lax.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {

    Permission value();
}
