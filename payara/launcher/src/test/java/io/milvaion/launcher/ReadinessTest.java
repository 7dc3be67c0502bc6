package io.milvaion.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile int readyAfter = Integer.MAX_VALUE;
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/health/ready",
                exchange -> {
                    boolean ready = asked.incrementAndGet() > readyAfter;
                    exchange.sendResponseHeaders(ready ? 200 : 503, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void itAsksUntilTheAnswerIsYes() throws Exception {
        readyAfter = 2;

        assertThat(new Readiness(root(), () -> true).await(Duration.ofSeconds(30))).isNull();
        assertThat(asked).hasValue(3);
    }

    @Test
    void whenTimeIsUpItSaysWhatTheLastAnswerWas() throws Exception {
        assertThat(new Readiness(root(), () -> true).await(Duration.ZERO))
                .contains("was not ready within 0 s", "/health/ready: 503");
    }

    @Test
    void aDeadNodeIsNotWaitedFor() throws Exception {
        assertThat(new Readiness(root(), () -> false).await(Duration.ofHours(1)))
                .contains("has ended");
    }

    private URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }
}
