package io.milvaion.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir Path directory;

    @Test
    void aNodeServesIgnoresCtrlCAndReplacesTheOneThatACrashLeft() throws Exception {
        Path jar = Path.of(System.getProperty("milvaion.launcher.payara"));
        PayaraMicro payara = PayaraMicro.unpack(jar, directory.resolve("payara"));
        NodePlan plan =
                new NodePlan(
                        "node-1",
                        directory.resolve("node-1"),
                        war(),
                        new Ports(28_080).take(),
                        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        Map.of());

        Node lost = Node.start(payara, plan);
        lost.awaitReady(LIMIT);
        assertThat(get(lost.uri())).isEqualTo("hello");
        assertThat(Runtime.getRuntime().exec(interrupt(lost.pid())).waitFor()).isZero();
        assertThat(get(lost.uri())).isEqualTo("hello");

        try (Node node = Node.start(payara, plan)) {
            // A dying process is no server any more some moments before it is gone.
            assertThat(lost.onExit()).succeedsWithin(Duration.ofSeconds(5));
            node.awaitReady(LIMIT);
            assertThat(get(node.uri())).isEqualTo("hello");
            assertThat(get(node.uri().resolve("mp-metrics"))).contains("# TYPE");
            assertThat(node.log().resolveSibling("server.log.1")).isNotEmptyFile();
            assertThat(node.stop()).isTrue();
            assertThatThrownBy(() -> node.awaitReady(LIMIT))
                    .hasMessageContaining("has ended")
                    .hasMessageContaining(node.log().toString());
        }
    }

    private static String[] interrupt(long pid) {
        return new String[] {"kill", "-INT", Long.toString(pid)};
    }

    private Path war() throws IOException {
        Path war = directory.resolve("hello.war");
        try (OutputStream file = Files.newOutputStream(war);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return war;
    }

    private static String get(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
