package io.milvaion.web.ground.guard;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.web.ground.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands before everything that this application serves; {@code web.xml} puts it first. */
public class Guard extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private transient AllowedHosts hosts;
    private transient AllowedOrigins origins;

    @Override
    public void init() {
        hosts = new AllowedHosts(SettingsReader.ofApplication());
        origins = new AllowedOrigins(SettingsReader.ofApplication());
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        AnswerHeaders.write(request, response);
        if (!hosts.include(request.getHeader("Host"))) {
            Problem.blank(
                            421,
                            "Misdirected Request",
                            "This node does not serve the host that the request names; see"
                                    + " milvaion.http.allowed-hosts.")
                    .send(response);
            return;
        }
        var sender = Sender.of(request);
        if (sender.writes() && !origins.allow(sender)) {
            Problem.blank(
                            403,
                            "Forbidden",
                            "Pages of other origins may not do this; see milvaion.http.allowed-origins.")
                    .send(response);
            return;
        }
        if (origins.include(sender.origin())) {
            Cors.write(sender.origin(), response);
            if (Cors.isPreflight(request)) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
