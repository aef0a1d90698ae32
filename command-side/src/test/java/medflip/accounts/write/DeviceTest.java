package medflip.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36"
                        + "|Chrome on Windows",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0"
                        + "|Edge on Windows",
                "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0|Firefox on Linux",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile Safari/604.1"
                        + "|Safari on iPhone",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15"
                        + "|Safari on macOS",
                "curl/8.5.0|Another program on another system"
            })
    void a_browser_is_told_by_what_it_says_of_itself(String agent, String words) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("User-Agent", agent);
        assertThat(Device.of(request).inWords()).isEqualTo(words);
    }

    @Test
    void who_says_nothing_of_itself_is_another_program() {
        assertThat(Device.of(new MockHttpServletRequest()).inWords()).isEqualTo("Another program on another system");
    }

    @Test
    void the_same_browser_in_the_same_network_is_no_surprise() {
        Device home = new Device("Firefox", "Linux", "203.0.113.9");
        assertThat(home.isLike(new Device("Firefox", "Linux", "203.0.7.1"))).isTrue();
        assertThat(home.isLike(new Device("Firefox", "Linux", "198.51.100.1"))).isFalse();
        assertThat(home.isLike(new Device("Firefox", "Windows", "203.0.113.9"))).isFalse();
        assertThat(new Device("Safari", "iPhone", "2001:db8:1::1")
                        .isLike(new Device("Safari", "iPhone", "2001:db8:2::9")))
                .isTrue();
    }
}
