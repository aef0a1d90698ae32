package medflip.messaging.read.templates;

import java.util.UUID;
import medflip.platform.web.Versioned;

/**
 * A text at hand.
 *
 * @param body with the names of what stands in its place for each person, in braces
 */
record TextTemplate(UUID id, String name, String body, long version) implements Versioned {}
