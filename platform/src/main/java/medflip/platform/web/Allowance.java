package medflip.platform.web;

import java.time.Duration;

/**
 * What a {@link Throttle} says of one request.
 *
 * @param times how many a period it grants
 * @param left how many more it would grant now
 * @param retryAfterSeconds after how many seconds it grants the next; 0 if it would now
 */
record Allowance(boolean granted, long times, Duration period, long left, long retryAfterSeconds) {}
