package io.milvaion.tests.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server of these tests has limits that only who tries to comes to. */
@ExtendWith(ArquillianExtension.class)
class RequestLimitIT {

    private static final int ENOUGH = 20_000;

    @ArquillianResource URL url;
    private Milvaion admin;

    @BeforeEach
    void connect() {
        admin = new Milvaion(url);
    }

    @AfterEach
    void deleteJobs() {
        admin.close();
    }

    @Test
    void whoGuessesKeysFromOneAddressIsStoppedBeforeTheyAreLookedAt() throws IOException {
        try (var stranger = new Line(url, "127.0.0.77")) {
            var refused =
                    IntStream.range(0, ENOUGH)
                            .mapToObj(i -> stranger.get("/api/v1/jobs", "Bearer guess-" + i))
                            .filter(headers -> headers.get("status").equals("429"))
                            .findFirst()
                            .orElseThrow();

            assertThat(refused.get("content-type")).isEqualTo("application/problem+json");
            assertThat(Integer.parseInt(refused.get("retry-after"))).isPositive();
            assertThat(refused.get("ratelimit-policy")).isEqualTo("\"address\";q=1000;w=10");
            assertThat(refused.get("ratelimit")).matches("\"address\";r=0;t=\\d+");
            assertThat(refused).containsKey("content-security-policy");
            assertThat(stranger.get("/health/live", "Bearer guess").get("status"))
                    .as("health is never limited")
                    .isEqualTo("200");
        }
        new Rest(URI.create(url.toString()), null).get("api/v1/jobs").expectProblem(401);
    }

    @Test
    void whatCostsMuchHasAStricterLimitForEachCaller() {
        var session = Person.with(URI.create(url.toString()), admin, "Viewer").login();
        var path = "api/v1/cron/preview?expression=0%200%20*%20*%20*%20*&count=1";
        session.get("api/v1/jobs").expect(200); // was paid for by the address, as the first one is
        assertThat(session.get(path).expect(200).header("RateLimit-Policy"))
                .contains("\"expensive\";q=1000;w=10");

        var refused =
                Stream.generate(() -> session.get(path))
                        .parallel()
                        .limit(ENOUGH)
                        .filter(answer -> answer.status() == 429)
                        .findAny()
                        .map(answer -> answer.expectProblem(429))
                        .orElseThrow();

        assertThat(refused.json().get("type").textValue()).isEqualTo("/problems/too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        session.get("api/v1/jobs").expect(200);
        admin.rest().get(path).expect(200);
    }

    /**
     * One connection after the other from an address of one's own, as another machine has it: the
     * server ends each after some requests.
     */
    private static final class Line implements AutoCloseable {

        private final URL url;
        private final String from;
        private Socket socket;
        private BufferedReader in;

        Line(URL url, String from) throws IOException {
            this.url = url;
            this.from = from;
            connect();
        }

        private void connect() throws IOException {
            socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getAllByName(from)[0], 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort()));
            in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        /** The status and the headers of the answer, whose names are in small letters. */
        Map<String, String> get(String path, String authorization) {
            try {
                var request =
                        "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\n\r\n"
                                .formatted(
                                        path, url.getHost() + ":" + url.getPort(), authorization);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                var headers = answer();
                if ("close".equals(headers.get("connection"))) {
                    socket.close();
                    connect();
                }
                return headers;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private Map<String, String> answer() throws IOException {
            var headers = new TreeMap<String, String>();
            headers.put("status", in.readLine().split(" ", -1)[1]);
            for (var line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                var parts = line.split(": *", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            skip(Integer.parseInt(headers.getOrDefault("content-length", "-1")));
            return headers;
        }

        private void skip(int length) throws IOException {
            if (length >= 0) {
                in.skip(length);
                return;
            }
            for (int size = -1; size != 0; ) {
                size = Integer.parseInt(in.readLine(), 16);
                in.skip(size);
                in.readLine();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
