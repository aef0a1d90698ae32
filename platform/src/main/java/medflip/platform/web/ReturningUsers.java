package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Knows who comes back without a session. */
public interface ReturningUsers {

    /** The cookie that they come with. */
    static String cookie(boolean tls) {
        return tls ? "__Host-remember" : "remember";
    }

    /** Opens a session, by {@link Sessions}, for whoever the request's cookies show that it remembers. */
    void recognise(HttpServletRequest request, HttpServletResponse response);
}
