package medflip.platform.tenancy;

import java.time.LocalDate;
import medflip.kernel.TenantId;

/** Which day it is for a business: a deal made in the evening on the West coast isn't tomorrow's. */
@FunctionalInterface
public interface BusinessCalendar {

    LocalDate today(TenantId tenant);
}
