package medflip.whole;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@link Browser} compares every answer in all tests here with the API's description; here is shown that it can tell.
 */
class DescribedAnswersTest {

    private final DescribedAnswers described =
            new DescribedAnswers(JsonMapper.shared().readTree("""
            {"paths": {
                "/api/sales": {"post": {"responses": {"201": {}, "default": {}}}},
                "/api/sales/{id}": {"get": {"responses": {"200": {}}}},
                "/api/sales/buyers": {"get": {"responses": {"204": {}}}}}}
            """));

    @Test
    void a_success_is_one_that_is_described() {
        assertThatCode(() -> described.check("POST", "/api/sales", 201)).doesNotThrowAnyException();
        assertThatThrownBy(() -> described.check("POST", "/api/sales", 200))
                .isInstanceOf(AssertionError.class)
                .hasMessage("POST /api/sales answered 200; described are [201]");
    }

    @Test
    void an_endpoint_that_answers_is_described() {
        assertThatThrownBy(() -> described.check("POST", "/api/sales/1", 200)).hasMessageContaining("doesn't describe");
        assertThatCode(() -> described.check("GET", "/api/sales/1", 200)).doesNotThrowAnyException();
    }

    @Test
    void a_path_is_meant_before_a_placeholder() {
        assertThatCode(() -> described.check("GET", "/api/sales/buyers", 204)).doesNotThrowAnyException();
        assertThatThrownBy(() -> described.check("GET", "/api/sales/buyers", 200))
                .hasMessageContaining("[204]");
    }

    @Test
    void what_is_refused_or_no_part_of_the_api_is_not_looked_at() {
        assertThatCode(() -> described.check("POST", "/api/sales", 409)).doesNotThrowAnyException();
        assertThatCode(() -> described.check("GET", "/assets/a.js", 200)).doesNotThrowAnyException();
    }

    @Test
    void every_sign_up_is_described_as_it_is_answered() {
        Browser owner = RunningService.shared().browser().signUp("Described");
        DescribedAnswers own =
                new DescribedAnswers(owner.get("/v3/api-docs").expect(200).json());
        assertThatCode(() -> own.check("POST", "/api/sign-up/finish", 201)).doesNotThrowAnyException();
        assertThatThrownBy(() -> own.check("POST", "/api/sign-up/finish", 200)).hasMessageContaining("[201]");
    }
}
