package io.milvaion.web.see.push;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Marks sessions that a page of another host has opened: browsers let any page open a WebSocket
 * anywhere, with the user's credentials. Programs send no {@code Origin} and are not concerned.
 */
public class SameOrigin extends ServerEndpointConfig.Configurator {

    private static final String FOREIGN = SameOrigin.class.getName() + ".foreign";

    @Override
    public void modifyHandshake(
            ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties()
                .put(FOREIGN, isForeign(header(request, "Origin"), header(request, "Host")));
    }

    static boolean isForeign(Map<String, Object> userProperties) {
        return !Boolean.FALSE.equals(userProperties.get(FOREIGN));
    }

    /** Compares host names only: a proxy in front may use another port. */
    static boolean isForeign(String origin, String host) {
        if (origin == null) {
            return false;
        }
        var from = hostOf(origin);
        return from == null || host == null || !from.equalsIgnoreCase(hostOf("//" + host));
    }

    private static String hostOf(String address) {
        try {
            return URI.create(address).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String header(HandshakeRequest request, String name) {
        List<String> values = request.getHeaders().get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
