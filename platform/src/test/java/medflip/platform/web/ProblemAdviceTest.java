package medflip.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import medflip.platform.command.OutcomeUnknown;
import medflip.platform.command.StorageAway;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class ProblemAdviceTest {

    private static final String UNAVAILABLE = "request.unavailable";
    private static final String OUTCOME_UNKNOWN = "request.outcome-unknown";

    @Test
    void a_bug_is_answered_without_a_word_of_what_it_says() {
        var answer = new ProblemAdvice()
                .bug(
                        new IllegalStateException("relation write.sign_in of Quixworthy"),
                        new MockHttpServletRequest("GET", "/"));
        ProblemDetail problem = Objects.requireNonNull(answer.getBody());
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(problem.getProperties()).containsEntry("code", "request.failed");
        assertThat(problem.toString()).doesNotContain("sign_in", "Quixworthy", "IllegalState");
    }

    @Test
    void what_keeps_the_data_is_away_and_that_passes() {
        SQLException refused = new SQLException("Connection to 10.0.0.7 refused", "08001");
        assertAway("GET", new CannotGetJdbcConnectionException("No connection", refused), UNAVAILABLE);
        assertAway("POST", new CannotGetJdbcConnectionException("No connection", refused), UNAVAILABLE);
        assertAway("POST", new CannotCreateTransactionException("No transaction", refused), UNAVAILABLE);
        assertAway("POST", new StorageAway(null), UNAVAILABLE);
        assertAway(
                "POST",
                new CannotGetJdbcConnectionException("No", new SQLTransientConnectionException("Full")),
                UNAVAILABLE);
    }

    @Test
    void what_was_under_way_when_the_connection_was_lost_is_done_or_not() {
        SQLException ended = new SQLException("terminating connection", "57P01");
        assertAway("GET", new DataAccessResourceFailureException("Lost", ended), UNAVAILABLE);
        assertAway("POST", new DataAccessResourceFailureException("Lost", ended), OUTCOME_UNKNOWN);
        assertAway("DELETE", new DataAccessResourceFailureException("Lost", ended), OUTCOME_UNKNOWN);
        assertAway("POST", new IllegalStateException(new Unknown()), OUTCOME_UNKNOWN);
        var rollback = new TransactionSystemException("Rollback failed", new SQLException("Connection is closed"));
        rollback.initApplicationException(new DataAccessResourceFailureException("Lost", ended));
        assertAway("GET", rollback, UNAVAILABLE);
        assertAway("POST", rollback, OUTCOME_UNKNOWN);
    }

    @Test
    void what_a_database_that_is_there_refuses_is_a_bug() {
        var answer = new ProblemAdvice()
                .bug(
                        new DataIntegrityViolationException("Twice", new SQLException("duplicate key", "23505")),
                        new MockHttpServletRequest("POST", "/"));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static final class Unknown extends RuntimeException implements OutcomeUnknown {}

    private static void assertAway(String method, Exception fault, String code) {
        var answer = new ProblemAdvice().bug(fault, new MockHttpServletRequest(method, "/"));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
        ProblemDetail problem = Objects.requireNonNull(answer.getBody());
        assertThat(problem.getProperties()).containsEntry("code", code);
        assertThat(problem.toString()).doesNotContain("10.0.0.7", "terminating");
    }
}
