package medflip.platform.web;

import org.springframework.mock.env.MockEnvironment;

/** A service at an address that is nobody's. */
public final class ExampleUrl extends PublicUrl {

    public ExampleUrl() {
        super(new MockEnvironment().withProperty("medflip.public-url", "https://medflip.example"));
    }
}
