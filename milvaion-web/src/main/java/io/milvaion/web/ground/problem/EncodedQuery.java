package io.milvaion.web.ground.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Refuses queries with a broken percent-encoding, which JAX-RS takes as they are. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class EncodedQuery extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Pattern BROKEN = Pattern.compile("%(?![0-9a-fA-F]{2})");

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var query = request.getQueryString();
        if (query != null && BROKEN.matcher(query).find()) {
            Problem.blank(
                            HttpServletResponse.SC_BAD_REQUEST,
                            "In the query, % is not followed by two hexadecimal digits.")
                    .send(response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
