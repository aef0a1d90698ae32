/**
 * HTTP, said once: who calls, what a request depends on, how refusals and faults are told (RFC 9457), cookies, headers.
 */
@NullMarked
package medflip.platform.web;

import org.jspecify.annotations.NullMarked;
