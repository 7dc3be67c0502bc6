package io.milvaion.web.mcp;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Forwards to the REST interface of this application, as the caller of the exchange. */
final class Rest {

    private Rest() {}

    static RestAnswer call(HttpExchange exchange, RestRequest wanted) {
        var request = new InnerRequest(exchange.request(), wanted);
        var response = new HeldResponse(exchange.response());
        try {
            exchange.request().getRequestDispatcher(wanted.path()).forward(request, response);
            return response.answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException("the REST interface has failed", e);
        }
    }
}
