package io.milvaion.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.milvaion.launcher.rest.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleJobsTest {

    private final List<String> created = new CopyOnWriteArrayList<>();
    private volatile String jobs = "{\"items\":[]}";
    private volatile int postStatus = 201;
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/api/v1/jobs",
                exchange -> {
                    boolean post = exchange.getRequestMethod().equals("POST");
                    byte[] answer = (post ? "because" : jobs).getBytes(StandardCharsets.UTF_8);
                    if (post) {
                        byte[] body = exchange.getRequestBody().readAllBytes();
                        created.add(new String(body, StandardCharsets.UTF_8));
                    }
                    exchange.sendResponseHeaders(post ? postStatus : 200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void aSchedulerWithoutJobsGetsOneOfEachSample() throws Exception {
        assertThat(samples().createIfNone()).isTrue();

        assertThat(created).hasSize(3);
        assertThat(created.get(0)).contains("\"jobType\": \"hello\"", "\"*/5 * * * * *\"");
        assertThat(created.get(1)).contains("\"jobType\": \"flaky\"", "\"*/10 * * * * *\"");
        assertThat(created.get(2)).contains("\"jobType\": \"longhaul\"", "\"0 * * * * *\"");
    }

    @Test
    void aSchedulerWithAJobIsLeftAlone() throws Exception {
        jobs = "{\"items\":[{\"id\":\"7\"}]}";

        assertThat(samples().createIfNone()).isFalse();
        assertThat(created).isEmpty();
    }

    @Test
    void aRefusalSaysWhatWasAnswered() {
        postStatus = 400;

        assertThatThrownBy(() -> samples().createIfNone())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/api/v1/jobs answered 400: because");
    }

    private SampleJobs samples() {
        var root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new SampleJobs(new Api(root, null));
    }
}
