package medflip.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class OutageFilterTest {

    private final OutageFilter filter = new OutageFilter(new ProblemWriter(new JsonMapper()));
    private final OutageFilter.Answered behindSessions = new OutageFilter.Answered();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/customers");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void who_fails_before_anything_is_answered_is_told_to_come_again() throws ServletException, IOException {
        filter.doFilter(request, response, (in, out) -> {
            throw away();
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
        assertThat(response.getContentAsString()).contains("request.unavailable");
    }

    @Test
    void an_answer_that_is_out_stays_whole_when_the_session_cannot_be_found_after_it()
            throws ServletException, IOException {
        filter.doFilter(request, response, (in, out) -> {
            behindSessions.doFilter(in, out, answering());
            throw away();
        });
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEqualTo("a,b");
    }

    @Test
    void who_changed_something_whose_session_cannot_be_saved_after_it_is_told_that_it_may_be_done()
            throws ServletException, IOException {
        request.setMethod("POST");
        filter.doFilter(request, response, (in, out) -> {
            behindSessions.doFilter(in, out, (asked, answer) -> response.setStatus(204));
            throw away();
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("request.outcome-unknown");
    }

    @Test
    void an_answer_that_fails_half_way_is_broken_off() {
        assertThatThrownBy(() -> filter.doFilter(
                        request,
                        response,
                        (in, out) -> behindSessions.doFilter(in, out, (asked, answer) -> {
                            answering().doFilter(asked, answer);
                            throw away();
                        })))
                .isInstanceOf(CannotGetJdbcConnectionException.class);
    }

    private static FilterChain answering() {
        return (in, out) -> {
            out.getWriter().write("a,b");
            out.flushBuffer();
        };
    }

    private static CannotGetJdbcConnectionException away() {
        return new CannotGetJdbcConnectionException("No connection", new SQLException("refused", "08001"));
    }
}
