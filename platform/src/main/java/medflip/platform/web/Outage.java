package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import medflip.platform.command.OutcomeUnknown;
import medflip.platform.command.StorageAway;
import medflip.platform.database.DatabaseAway;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** A fault that passes by itself: what keeps the data, PostgreSQL or Axon Server, is away. */
enum Outage {
    /** What failed has changed nothing. */
    UNAVAILABLE(
            "request.unavailable",
            "What keeps the data can't be reached right now. Send the same again in a moment, under the same"
                    + " Idempotency-Key if it has one."),

    /** What failed was under way: it is done, or not. */
    OUTCOME_UNKNOWN(
            "request.outcome-unknown",
            "The connection was lost while this was being stored: it may be done, or not. Send the same again under"
                    + " the same Idempotency-Key, or look first whether it is there.");

    /** Seconds; a database that was started anew needs about as long. */
    static final String RETRY_AFTER = "2";

    private static final Set<String> QUESTIONS = Set.of("GET", "HEAD", "OPTIONS");

    private final String code;
    private final String message;

    Outage(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /** Empty for any other fault. */
    static Optional<Outage> of(Throwable fault, HttpServletRequest request) {
        return QUESTIONS.contains(request.getMethod()) && DatabaseAway.is(fault) ? Optional.of(UNAVAILABLE) : of(fault);
    }

    /** Of a request that was done already when it failed. */
    static Optional<Outage> afterwards(Throwable fault, HttpServletRequest request) {
        return of(fault, request).map(outage -> QUESTIONS.contains(request.getMethod()) ? outage : OUTCOME_UNKNOWN);
    }

    /** Of what was to change something; empty for any other fault. */
    static Optional<Outage> of(Throwable fault) {
        if (DatabaseAway.causes(fault).anyMatch(OutcomeUnknown.class::isInstance)) {
            return Optional.of(OUTCOME_UNKNOWN);
        }
        if (DatabaseAway.causes(fault).anyMatch(Outage::isBeforehand)) {
            return Optional.of(UNAVAILABLE);
        }
        return DatabaseAway.is(fault) ? Optional.of(OUTCOME_UNKNOWN) : Optional.empty();
    }

    /** Nothing was sent yet. */
    private static boolean isBeforehand(Throwable fault) {
        return fault instanceof StorageAway
                || (fault instanceof CannotGetJdbcConnectionException
                                || fault instanceof CannotCreateTransactionException)
                        && DatabaseAway.is(fault);
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }

    ProblemDetail problem() {
        return ProblemAdvice.problem(HttpStatus.SERVICE_UNAVAILABLE, code, message);
    }

    ResponseEntity<ProblemDetail> answer() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .body(problem());
    }
}
