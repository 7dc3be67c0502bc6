package io.milvaion.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.launcher.rest.Answer;
import io.milvaion.launcher.rest.Api;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address of a process that is only a worker; its servers are away. */
class WorkerPageIT {

    @TempDir Path directory;

    @Test
    void aWorkerSaysWhatItIsAtEveryAddress() throws Exception {
        Path jar = Path.of(System.getProperty("milvaion.launcher.payara"));
        PayaraMicro payara = PayaraMicro.unpack(jar, directory.resolve("payara"));
        NodePlan plan =
                new NodePlan(
                        "worker-7",
                        directory.resolve("worker-7"),
                        Path.of(System.getProperty("milvaion.launcher.worker-war")),
                        new Ports(28_480).take(),
                        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        Map.of(
                                "MILVAION_REDIS_URL", "redis://127.0.0.1:1/0",
                                "MILVAION_RABBITMQ_URL", "amqp://127.0.0.1:1"));
        try (Node node = Node.start(payara, plan)) {
            node.awaitReady(Duration.ofMinutes(3));
            Api api = new Api(node.uri(), null);

            Answer text = api.get("");
            assertThat(text.header("Content-Type")).startsWith("text/plain");
            assertThat(text.body())
                    .contains("a Milvaion worker, worker-7-")
                    .contains("type echo, flaky, greet, hello,");
            Answer page = api.send("GET", "", null, "Accept", "text/html,*/*").expect(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.body()).contains("<title>Milvaion worker</title>", "worker-7-");
            Answer json = api.send("GET", "", null, "Accept", "application/json").expect(200);
            assertThat(json.json().required("worker").textValue()).startsWith("worker-7-");
            assertThat(json.json().required("version").textValue()).matches("\\d.*");

            for (String path : List.of("api/v1/jobs", "index.html", "metrics")) {
                Answer missing = api.send("GET", path, null).expect(404);
                assertThat(missing.body()).as(path).contains("is a Milvaion worker");
            }
            assertThat(api.send("POST", "api/v1/jobs", "{}").expect(404).body())
                    .contains("is a Milvaion worker");
        }
    }
}
