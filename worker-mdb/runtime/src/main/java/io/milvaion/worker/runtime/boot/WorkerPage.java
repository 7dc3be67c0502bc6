package io.milvaion.worker.runtime.boot;

import io.milvaion.platform.json.WireJson;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Says what this is where the application has nothing: somebody who takes a worker for a node finds
 * out here. {@code /} is a page that is found, all other paths are still not.
 */
public final class WorkerPage extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject transient WorkerBoot worker;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(
                request,
                new HttpServletResponseWrapper(response) {
                    @Override
                    public void sendError(int status) throws IOException {
                        sendError(status, null);
                    }

                    @Override
                    public void sendError(int status, String message) throws IOException {
                        if (status == SC_NOT_FOUND) {
                            answer(request, response);
                        } else {
                            super.sendError(status, message);
                        }
                    }
                });
    }

    private void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        boolean root = path.isEmpty() || path.equals("/");
        response.setStatus(root ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
        var wanted = String.valueOf(request.getHeader("Accept"));
        var self = worker.self();
        if (wanted.contains("json")) {
            write(response, "application/json", WireJson.write(self));
        } else if (wanted.contains("text/html")) {
            write(response, "text/html;charset=UTF-8", utf8(self.html()));
        } else {
            write(response, "text/plain;charset=UTF-8", utf8(self.text()));
        }
    }

    private static void write(HttpServletResponse response, String type, byte[] body)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
