/**
 * How facts are written for ever: under names that are no class names, in revisions, as JSON in which all that is about
 * a person stands encrypted; and how every form ever written is read again.
 */
@NullMarked
package medflip.platform.serialization;

import org.jspecify.annotations.NullMarked;
