@NullMarked
package medflip.accounts.read.support;

import org.jspecify.annotations.NullMarked;
