package medflip.launcher.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import medflip.platform.web.ReturningUsers;

/** Whom the command side may remember is sent there, and comes back with a session, if it does. */
final class RememberedElsewhere implements ReturningUsers {

    private final String cookie;

    RememberedElsewhere(boolean tls) {
        this.cookie = ReturningUsers.cookie(tls);
    }

    @Override
    public void recognise(HttpServletRequest request, HttpServletResponse response) {
        boolean remembered = Stream.of(request.getCookies())
                .anyMatch(brought -> brought.getName().equals(cookie));
        if (remembered && request.getMethod().equals("GET")) {
            String question = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            // Without host and port: what this process calls itself isn't where the browser reaches it.
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(
                    "Location",
                    "/api/sign-in/remembered?to="
                            + URLEncoder.encode(request.getRequestURI() + question, StandardCharsets.UTF_8));
            try {
                response.flushBuffer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
