/** What a business holds of one person, for that person: seen and taken along by a private link, without an account. */
@NullMarked
package medflip.privacy.read.disclosure;

import org.jspecify.annotations.NullMarked;
