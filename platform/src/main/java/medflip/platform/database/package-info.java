/**
 * PostgreSQL, tamed once: the embedded server, the roles that separate owner, service and tenant, the migrations, and
 * the checks without which the service refuses to start (durability, row-level security).
 */
@NullMarked
package medflip.platform.database;

import org.jspecify.annotations.NullMarked;
