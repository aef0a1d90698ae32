/** Tests of backups and of the way back from them. */
@NullMarked
package medflip.platform.backup;

import org.jspecify.annotations.NullMarked;
