package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Rejection;
import medflip.platform.command.RequestRejection;
import medflip.platform.text.FaultLine;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns refusals and faults into problems (RFC 9457) with a stable {@code code}. What is a bug becomes a 500 that says
 * nothing of the inside.
 */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(CommandRejected rejected) {
        CommandRejected.Reason reason = rejected.reason();
        return answer(problem(status(reason), reason.code(), reason.message()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> absent(AggregateNotFoundException absent) {
        return answer(problem(RequestRejection.NOT_FOUND));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> concurrent(ConcurrencyException concurrent) {
        return answer(problem(RequestRejection.CONFLICT));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknownId(MethodArgumentTypeMismatchException mismatch) {
        return answer(problem(RequestRejection.NOT_FOUND));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(Faults.InvalidRequest invalid) {
        return answer(invalid(invalid.faults()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(Throttle.TooMany tooMany) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds()))
                .body(tooMany());
    }

    static ProblemDetail tooMany() {
        return problem(
                HttpStatus.TOO_MANY_REQUESTS, "request.too-many", "Too many attempts. Wait a little, then try again.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bug(Exception bug, HttpServletRequest request) {
        Optional<Outage> outage = Outage.of(bug, request);
        if (outage.isPresent()) {
            log.warn("What keeps the data is away: {}", FaultLine.of(bug));
            return outage.get().answer();
        }
        log.error("Request failed: {}", bug.getClass().getName(), bug);
        return answer(problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "request.failed",
                "This didn't work, and it is our fault. Nothing was changed; try again."));
    }

    /** What Spring itself refuses (unreadable body, wrong method, wrong media type) gets a code as well. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @org.jspecify.annotations.Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String code = switch (status.value()) {
            case 404 -> RequestRejection.NOT_FOUND.code();
            case 405 -> "request.method-not-allowed";
            case 413 -> "request.too-large";
            case 415 -> "request.media-type";
            default -> status.is4xxClientError() ? "request.invalid" : "request.failed";
        };
        String detail = status.value() == 404
                ? RequestRejection.NOT_FOUND.message()
                : "The request can't be understood: "
                        + HttpStatus.valueOf(status.value()).getReasonPhrase() + ".";
        return new ResponseEntity<>(problem(HttpStatus.valueOf(status.value()), code, detail), headers, status);
    }

    static ProblemDetail problem(Rejection rejection) {
        return problem(
                status(new CommandRejected.Reason(rejection.code(), rejection.message(), rejection.kind())),
                rejection.code(),
                rejection.message());
    }

    static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        return problem;
    }

    private static ProblemDetail invalid(List<Faults.Fault> faults) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "request.invalid", "Some fields need another look.");
        problem.setProperty("errors", faults);
        return problem;
    }

    private static HttpStatus status(CommandRejected.Reason reason) {
        if (reason.code().equals(RequestRejection.VERSION_CONFLICT.code())) {
            return HttpStatus.PRECONDITION_FAILED;
        }
        if (reason.code().equals(RequestRejection.VERSION_REQUIRED.code())) {
            return HttpStatus.PRECONDITION_REQUIRED;
        }
        return switch (reason.kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
