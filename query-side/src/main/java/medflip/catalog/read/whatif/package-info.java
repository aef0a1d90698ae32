/** What if the past had been priced otherwise: quotes of a period, priced anew, beside what came of them. */
@NullMarked
package medflip.catalog.read.whatif;

import org.jspecify.annotations.NullMarked;
