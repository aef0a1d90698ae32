package medflip.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what whoever finds an open screen must not be able to do: to take everything away, to erase, to change how one
 * gets in. The person signs in once more, unless they did in the last ten minutes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FreshSignIn {}
