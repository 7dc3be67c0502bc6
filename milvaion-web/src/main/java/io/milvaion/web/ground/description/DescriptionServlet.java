package io.milvaion.web.ground.description;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Serves the descriptions of the REST interface and of live events, as YAML unless JSON is asked
 * for.
 */
@WebServlet({"/openapi", "/asyncapi"})
public class DescriptionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var form = isJson(request) ? "json" : "yaml";
        response.setContentType("application/" + form);
        response.setCharacterEncoding("UTF-8");
        response.addHeader("Vary", "Accept");
        try (var file =
                getClass()
                        .getResourceAsStream(
                                "/description" + request.getServletPath() + "." + form)) {
            file.transferTo(response.getOutputStream());
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        var asked = request.getParameter("format");
        var accepted = request.getHeader("Accept");
        return asked == null
                ? accepted != null && accepted.contains("json")
                : asked.toLowerCase(Locale.ROOT).equals("json");
    }
}
