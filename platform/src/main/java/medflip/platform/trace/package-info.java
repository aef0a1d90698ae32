/**
 * Traces by OpenTelemetry, where a collector is named: a request, the commands that it sends, and what takes their
 * events, in whichever process. A span says which business and which words of our code, and nothing else.
 */
@NullMarked
package medflip.platform.trace;

import org.jspecify.annotations.NullMarked;
