package io.milvaion.worker.runtime.job;

import static io.milvaion.platform.secret.SecretData.MASK;
import static io.milvaion.worker.runtime.JobMessageBuilder.aJobMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.LogMessage;
import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerSecretsTest {

    @TempDir Path directory;
    private final List<LogMessage.Line> lines = new ArrayList<>();

    record Data(String password) {}

    @Test
    void aJobGetsTheValueAndNobodyElse() throws IOException {
        Files.writeString(directory.resolve("db"), "s\"esame\n");
        var seen = new ArrayList<String>();

        var outcome =
                run(
                        "{\"password\":\"${secret:db}\"}",
                        context -> {
                            seen.add(context.data(Data.class).password());
                            context.info("logged in with " + seen.get(0));
                            context.progress(50, "with " + seen.get(0));
                            return JobResult.of(context.dataText());
                        });

        assertThat(seen).containsExactly("s\"esame");
        assertThat(lines)
                .extracting(LogMessage.Line::message)
                .containsExactly("logged in with " + MASK);
        assertThat(outcome.result()).isEqualTo("{\"password\":\"" + MASK + "\"}");
    }

    @Test
    void anErrorDoesNotTellItEither() throws IOException {
        Files.writeString(directory.resolve("db"), "sesame");

        var outcome =
                run(
                        "{\"password\":\"x-${secret:db}\"}",
                        context -> {
                            throw new IllegalStateException("refused: " + context.dataText());
                        });

        assertThat(outcome.error()).contains("refused: ").doesNotContain("sesame");
    }

    @Test
    void anUnknownOneFailsForGoodAndIsNamed() {
        for (var name : List.of("nothing", "../db", "")) {
            var outcome = run("{\"a\":[\"${secret:" + name + "}\"]}", context -> JobResult.empty());

            assertThat(outcome.permanent()).isTrue();
            assertThat(outcome.error()).contains("no secret \"" + name + "\"");
        }
    }

    private Outcome run(String data, Job job) {
        var message = aJobMessage("t", UUID.randomUUID()).data(data).build();
        var reader = new JobDataReader(null, new WorkerSecrets(directory));
        return new Execution(message, reader, InstantSource.fixed(Instant.EPOCH), lines::add)
                .run(job);
    }
}
