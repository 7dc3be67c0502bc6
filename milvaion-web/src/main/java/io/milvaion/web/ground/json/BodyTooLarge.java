package io.milvaion.web.ground.json;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;

/** The body of a request is larger than any may be. */
public class BodyTooLarge extends ClientErrorException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(int limit) {
        super(
                "The body may have at most " + limit + " bytes.",
                Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
}
