package medflip.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

class ProblemAdviceTest {

    @Test
    void a_bug_is_answered_without_a_word_of_what_it_says() {
        var answer = new ProblemAdvice().bug(new IllegalStateException("relation write.sign_in of Quixworthy"));
        ProblemDetail problem = Objects.requireNonNull(answer.getBody());
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(problem.getProperties()).containsEntry("code", "request.failed");
        assertThat(problem.toString()).doesNotContain("sign_in", "Quixworthy", "IllegalState");
    }
}
