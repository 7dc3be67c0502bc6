package io.milvaion.tests.http;

import io.milvaion.launcher.rest.ApiKey;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** Sends requests byte by byte, each on a connection of its own. */
public final class RawHttp {

    private static final int LIMIT_MILLIS = 60_000;

    private final String host;
    private final int port;
    private final ApiKey key;

    /**
     * @param key what every request shows that shows nothing else
     */
    public RawHttp(URI root, ApiKey key) {
        this.host = root.getHost();
        this.port = root.getPort();
        this.key = key;
    }

    /**
     * @throws IOException if the connection is reset, or nothing comes for a minute
     */
    public RawAnswer send(RawRequest request) throws IOException {
        try (var socket = new Socket(host, port)) {
            socket.setSoTimeout(LIMIT_MILLIS);
            try {
                socket.getOutputStream().write(shown(request).bytes(host + ":" + port));
            } catch (SocketException e) {
                // it has answered before all was sent, as a server may of a body that is too large
            }
            return RawAnswer.of(socket.getInputStream().readAllBytes());
        }
    }

    private RawRequest shown(RawRequest request) {
        return request.headers().stream().anyMatch(line -> line.startsWith("Authorization:"))
                ? request
                : request.with("Authorization: " + key.authorization());
    }
}
