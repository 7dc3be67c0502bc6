package io.milvaion.web.ground.problem;

import io.milvaion.web.ground.json.ApiJson;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers with a problem document outside of JAX-RS, when only the status is known. */
public final class ProblemPage {

    private ProblemPage() {}

    public static void write(HttpServletResponse response, int status) {
        var known = Response.Status.fromStatusCode(status);
        var title = known == null ? "Error" : known.getReasonPhrase();
        response.setStatus(status);
        response.setContentType(Problem.MEDIA_TYPE);
        try {
            response.getOutputStream()
                    .write(ApiJson.write(Problem.blank(status, title, StatusDetail.of(status))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
