/**
 * Whose data is touched, and by whom. The tenant comes from the session (or a job's row), never from a request's
 * header, body or parameter, and every read of tenant data passes through {@link medflip.platform.tenancy.TenantJdbc}.
 */
@NullMarked
package medflip.platform.tenancy;

import org.jspecify.annotations.NullMarked;
