package medflip.launcher.gateway;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import medflip.platform.inbox.Inbox;
import medflip.platform.web.Drain;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Tells whether the gateway can keep what is delivered, and isn't about to end: 200 or 503. */
class GatewayHealth {

    @Bean
    ServletRegistrationBean<HttpServlet> healthServlet(Inbox inbox, Drain drain) {
        return new ServletRegistrationBean<>(
                new HttpServlet() {
                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        boolean up = !drain.begun() && inbox.isReachable();
                        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                        response.setContentType("application/json");
                        response.getWriter().write("{\"status\":\"" + (up ? "UP" : "DOWN") + "\"}");
                    }
                },
                "/actuator/health");
    }
}
