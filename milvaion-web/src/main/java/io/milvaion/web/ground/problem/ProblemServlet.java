package io.milvaion.web.ground.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;

/** The error page for everything outside JAX-RS. */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ALLOW = HttpHeaders.ALLOW;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int status = status((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        if (status == HttpServletResponse.SC_METHOD_NOT_ALLOWED
                && !response.containsHeader(ALLOW)) {
            response.setHeader(ALLOW, "GET, HEAD, OPTIONS");
        }
        Problem.blank(status, StatusDetail.of(status)).send(response);
    }

    /** Servlets say that a method is not implemented where it is only not allowed. */
    private static int status(Integer code) {
        if (code == null) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        return code == HttpServletResponse.SC_NOT_IMPLEMENTED
                ? HttpServletResponse.SC_METHOD_NOT_ALLOWED
                : code;
    }
}
