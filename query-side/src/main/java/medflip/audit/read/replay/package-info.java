/** Whether the views say what the log says: replayed and compared when an auditor asks, and each night for some. */
@NullMarked
package medflip.audit.read.replay;

import org.jspecify.annotations.NullMarked;
