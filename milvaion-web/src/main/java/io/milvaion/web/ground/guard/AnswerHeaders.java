package io.milvaion.web.ground.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells browsers, errors too: OWASP ASVS 5.0, chapter V3. */
public final class AnswerHeaders {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; object-src 'none'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
    private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

    private AnswerHeaders() {}

    public static void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Vary", "Origin");
        response.setHeader("Cache-Control", howLongKept(request.getServletPath()));
        if (isEncrypted(request)) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
    }

    /** A file of the page may be kept and asked for again; what changes or is secret may not. */
    private static String howLongKept(String path) {
        if (path.startsWith("/console")) {
            return "public, max-age=31536000, immutable"; // a changed file has another name
        }
        var isFile = path.startsWith("/assets/") || path.equals("/index.html") || path.equals("/");
        return isFile ? "no-cache" : "no-store";
    }

    /** Browsers ignore the header on a connection that is not encrypted, whoever claims it is. */
    private static boolean isEncrypted(HttpServletRequest request) {
        return request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    }
}
