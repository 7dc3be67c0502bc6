package io.milvaion.web.ground.description;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What refusals look like: one schema, and an answer for each status. */
final class Problems {

    /** A refusal that the description names; the names are for programs. */
    enum Refused {
        BAD_REQUEST(400, "BadRequest", "Something in the request is wrong: each part is named"),
        UNAUTHENTICATED(401, "Unauthenticated", "Nobody has logged in, or not well enough"),
        FORBIDDEN(403, "Forbidden", "The caller, or the page that sends this, may not do it"),
        NOT_FOUND(404, "NotFound", "There is no such thing, or the caller may not know of it"),
        CONFLICT(409, "Conflict", "The state of things does not allow it"),
        STALE(412, "Stale", "Somebody has changed it: it is not the version of If-Match any more"),
        TOO_LARGE(413, "TooLarge", "The body is larger than any may be"),
        UNKNOWN_TYPE(415, "UnknownType", "The media type of the body is not understood"),
        CONTRADICTION(422, "Contradiction", "The idempotency key was sent with another request"),
        TOO_MANY(429, "TooMany", "This is asked for too often: Retry-After says when again"),
        UNAVAILABLE(503, "Unavailable", "A part of the system does not answer now; try again");

        private final int status;
        private final String title;
        private final String description;

        Refused(int status, String title, String description) {
            this.status = status;
            this.title = title;
            this.description = description;
        }

        String status() {
            return Integer.toString(status);
        }

        String reference() {
            return "#/components/responses/" + title;
        }
    }

    private static final String PROBLEM = "Problem";

    private final ObjectNode components;

    Problems(ObjectNode document) {
        components = document.withObject("/components");
    }

    void define() {
        // their kinds have members of their own, of which they are not called "members"
        components.withObject("/schemas/" + PROBLEM + "/properties").remove("members");
        var responses = components.withObject("responses");
        for (var refused : Refused.values()) {
            var response = responses.putObject(refused.title);
            response.put("description", refused.description);
            DescribedHeaders.of(refused).forEach(name -> DescribedHeaders.addTo(response, name));
            var content = response.putObject("content").putObject("application/problem+json");
            content.putObject("schema").put("$ref", Schemas.PREFIX + PROBLEM);
            example(content.putObject("example"), refused);
        }
    }

    private static void example(ObjectNode example, Refused refused) {
        example.put("type", "about:blank");
        example.put("title", refused.title.replaceAll("(?<=[a-z])(?=[A-Z])", " "));
        example.put("status", refused.status);
        example.put("detail", refused.description + ".");
    }
}
