package io.milvaion.web.ground.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves a file of the console, compressed if the browser takes that. */
@WebServlet("/console/*")
public class ConsoleFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern NAME = Pattern.compile("/[\\w-]+\\.(js|css|svg)");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var name = request.getPathInfo();
        if (name == null || !NAME.matcher(name).matches()) {
            refuse(response);
            return;
        }
        response.addHeader("Vary", "Accept-Encoding");
        try (var compressed = takesBrotli(request) ? file(name + ".br") : null;
                var plain = compressed == null ? file(name) : null) {
            if (compressed == null && plain == null) {
                refuse(response);
                return;
            }
            response.setContentType(getServletContext().getMimeType(name));
            response.setCharacterEncoding("UTF-8");
            if (compressed != null) {
                response.setHeader("Content-Encoding", "br");
                compressed.transferTo(response.getOutputStream());
            } else {
                plain.transferTo(response.getOutputStream());
            }
        }
    }

    private @Nullable InputStream file(String name) {
        return getServletContext().getResourceAsStream("/console" + name);
    }

    /**
     * A page that was opened before an upgrade asks for files of before: they may not be kept as
     * missing.
     */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** RFC 9110, 12.5.3: {@code br;q=0} refuses it. */
    private static boolean takesBrotli(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept-Encoding")).stream()
                .flatMap(header -> Pattern.compile(",").splitAsStream(header))
                .map(coding -> coding.replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch(coding -> coding.matches("br(;q=(1|0\\.\\d*[1-9]).*)?"));
    }
}
