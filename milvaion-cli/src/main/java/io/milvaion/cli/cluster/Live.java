package io.milvaion.cli.cluster;

import io.milvaion.cli.http.Server;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether the WebSocket of live events gets through. */
record Live(Server server) {

    static final String ADVICE =
            "a WebSocket at ws/events; a proxy has to pass Upgrade and Connection on";

    private static final int SECONDS = 10;

    boolean isOpened() {
        var root = server.root().toString().replaceFirst("^http", "ws");
        var opening =
                server.client()
                        .newWebSocketBuilder()
                        .header("Authorization", String.valueOf(server.authorization()))
                        .buildAsync(
                                URI.create(root).resolve("ws/events"), new WebSocket.Listener() {});
        try {
            opening.get(SECONDS, TimeUnit.SECONDS).abort();
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
