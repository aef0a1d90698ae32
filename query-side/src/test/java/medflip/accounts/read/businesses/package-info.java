@NullMarked
package medflip.accounts.read.businesses;

import org.jspecify.annotations.NullMarked;
