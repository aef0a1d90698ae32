/** Specifications of the write side of customers. */
@NullMarked
package medflip.customers.write;

import org.jspecify.annotations.NullMarked;
