/** Tests that need the whole service: over HTTP, on the real database, as people and other tenants use it. */
@NullMarked
package medflip.whole;

import org.jspecify.annotations.NullMarked;
