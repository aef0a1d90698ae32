/**
 * Files that people attach: photos and receipts. They are told by their content, freed of what they say about place and
 * time, and kept in the database under the key of whom they are about, or else under the business's own.
 */
@NullMarked
package medflip.platform.files;

import org.jspecify.annotations.NullMarked;
