package io.milvaion.web.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** The HTTP request that a message of the protocol came with, and its answer. */
record HttpExchange(HttpServletRequest request, HttpServletResponse response) {

    private static final String NOTE = HttpExchange.class.getName();

    static void of(HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(NOTE, new HttpExchange(request, response));
    }

    static McpTransportContext context(HttpServletRequest request) {
        return McpTransportContext.create(Map.of(NOTE, request.getAttribute(NOTE)));
    }

    static HttpExchange in(McpTransportContext context) {
        return (HttpExchange) context.get(NOTE);
    }
}
