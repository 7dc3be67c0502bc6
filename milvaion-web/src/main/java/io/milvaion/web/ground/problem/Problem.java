package io.milvaion.web.ground.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.web.ground.json.ApiJson;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A problem document, RFC 9457 section 3.
 *
 * @param type relative URI of the kind of problem; {@code about:blank}: the status says it all
 * @param title the same for each problem of a type
 * @param instance what the log calls this case; only when the server failed
 * @param violations each field that is wrong
 * @param members more for programs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<Violation> violations,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem blank(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, null, null, Map.of());
    }

    /** When only the status is known. */
    public static Problem of(int status) {
        return blank(status, StatusDetail.of(status));
    }

    static Problem blank(int status, String detail) {
        var known = Response.Status.fromStatusCode(status);
        return blank(status, known == null ? "Error" : known.getReasonPhrase(), detail);
    }

    /** Answers with this outside JAX-RS. */
    public void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().write(ApiJson.write(this));
    }
}
