package io.milvaion.web.declare.schema;

import io.milvaion.web.declare.form.Forms;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.problem.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /schemas/document.json}: for anybody, because editors do not log in. */
@WebServlet("/schemas/*")
public class SchemaServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String DOCUMENT = "/document.json";

    @Inject transient Forms forms;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!DOCUMENT.equals(request.getPathInfo())) {
            Problem.of(HttpServletResponse.SC_NOT_FOUND).send(response);
            return;
        }
        response.setContentType("application/schema+json");
        response.getOutputStream().write(ApiJson.write(DocumentSchema.of(forms.all())));
    }
}
