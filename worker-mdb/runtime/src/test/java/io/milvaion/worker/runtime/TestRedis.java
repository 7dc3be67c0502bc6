package io.milvaion.worker.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.embedded.RedisServer;

/** A Redis for a test class. */
public final class TestRedis implements BeforeAllCallback, AfterAllCallback {

    private RedisServer server;
    private int port;

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        port = freePort();
        server = RedisServer.newRedisServer().port(port).bind("127.0.0.1").build();
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.stop();
    }
}
