/** What those who run the service do about what is stuck, each step a fact of the business that it touches. */
@NullMarked
package medflip.operations.write;

import org.jspecify.annotations.NullMarked;
