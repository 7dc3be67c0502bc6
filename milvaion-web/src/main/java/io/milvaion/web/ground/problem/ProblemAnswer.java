package io.milvaion.web.ground.problem;

import io.milvaion.web.ground.json.ApiJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes problem documents where JAX-RS does not. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    public static void write(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(ApiJson.write(Problem.blank(status, title, detail)));
    }
}
