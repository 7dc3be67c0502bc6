package io.milvaion.provider;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests for one path. */
final class RequestCounter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final AtomicInteger count = new AtomicInteger();

    RequestCounter(String path) {
        this.path = path;
    }

    int count() {
        return count.get();
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().equals(path)) {
            count.incrementAndGet();
        }
        chain.doFilter(request, response);
    }
}
