/** The journal: everything that happened in a business, with who, when and what it changed; and who looked at what. */
@NullMarked
package medflip.audit.read.journal;

import org.jspecify.annotations.NullMarked;
