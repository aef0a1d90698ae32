/** Attached files, specified. */
@NullMarked
package medflip.platform.files;

import org.jspecify.annotations.NullMarked;
