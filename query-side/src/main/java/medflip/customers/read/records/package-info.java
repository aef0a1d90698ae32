/** What is written down and kept about a person: notes, tasks, files and where they are paid. */
@NullMarked
package medflip.customers.read.records;

import org.jspecify.annotations.NullMarked;
