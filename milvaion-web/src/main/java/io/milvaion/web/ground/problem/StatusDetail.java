package io.milvaion.web.ground.problem;

import io.milvaion.web.ground.json.BodyTooLarge;
import jakarta.ws.rs.WebApplicationException;

/** What to say about a status when only the status is known. */
final class StatusDetail {

    private StatusDetail() {}

    static String of(WebApplicationException answer) {
        return answer instanceof BodyTooLarge
                ? answer.getMessage()
                : of(answer.getResponse().getStatus());
    }

    static String of(int status) {
        return switch (status) {
            case 400 -> "The request is malformed.";
            case 401 -> "Show a good access token or API key: Authorization: Bearer …";
            case 403 -> "This is not allowed.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not know the method.";
            case 406 -> "There is no answer in an accepted media type; application/json is.";
            case 408 -> "The body has not come whole.";
            case 413 -> "The body is too large.";
            case 415 -> "The media type of the body is not understood; application/json is.";
            case 429 -> "Too many requests; Retry-After says when to come again.";
            case 503 -> "A part of the system does not answer now; try again.";
            default -> "The request cannot be answered.";
        };
    }
}
