package io.milvaion.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GuideFileTest {

    @TempDir Path directory;

    @Test
    void namesOfTheGuideBecomeKeys() throws IOException {
        var file =
                written(
                        """
                        {
                          "MilvaionConfig": {
                            "Db": { "Url": "postgresql://h/m" },
                            "RabbitMQ": { "HeartbeatSeconds": 20 },
                            "JobDispatcher": { "LockTtlSeconds": 600 }
                          },
                          "Worker": { "WorkerId": "email-worker", "MaxParallelJobs": 10, "Enabled": true },
                          "JobConsumers": {
                            "SendEmailJob": { "MaxParallelJobs": 20 },
                            "GenerateReportJob": { "MaxParallelJobs": "2" }
                          }
                        }
                        """);

        assertThat(GuideFile.read(file))
                .isEqualTo(
                        Map.of(
                                "milvaion.db.url", "postgresql://h/m",
                                "milvaion.rabbitmq.heartbeat-seconds", "20",
                                "milvaion.job-dispatcher.lock-ttl-seconds", "600",
                                "worker.id", "email-worker",
                                "worker.max-parallel-jobs", "10",
                                "worker.enabled", "true",
                                "job-consumers.SendEmailJob.max-parallel-jobs", "20",
                                "job-consumers.GenerateReportJob.max-parallel-jobs", "2"));
    }

    static Stream<Arguments> wrongFiles() {
        return Stream.of(
                Arguments.of("", "line 1, column 0: a JSON object is expected"),
                Arguments.of("[]", "line 1, column 1: a JSON object is expected"),
                Arguments.of("{", "line 1, column 2: Unexpected end-of-input"),
                Arguments.of("{\n  \"Worker\": {,}\n}", "line 2, column 14: Unexpected character"),
                Arguments.of("{} {}", "line 1, column 4: nothing may follow"),
                Arguments.of("{} x", "Unrecognized token 'x'"),
                Arguments.of(
                        "{\"Worker\":{},\n\"Worker\":{}}",
                        "line 2, column 9: Duplicate field 'Worker'"),
                Arguments.of(
                        "{\"Worker\":{\"Enabled\":true,\"Enabled\":false}}",
                        "Duplicate field 'Enabled'"),
                Arguments.of(
                        "{\n \"worker\": {}}",
                        "line 2, column 2: worker: unknown name; known here: JobConsumers,"
                                + " MilvaionConfig, Worker"),
                Arguments.of(
                        "{\"MilvaionConfig\": {\n\"JobDispatcher\": {\"LockTtl\": 1}}}",
                        "line 2, column 19: MilvaionConfig.JobDispatcher.LockTtl: unknown name;"
                                + " known here: BatchSize, ConfirmWaitSeconds,"),
                Arguments.of("{\"JobConsumers\": {\"a.b\": {}}}", "JobConsumers.a.b: unknown name"),
                Arguments.of("{\"Worker\": 7}", "column 12: Worker: a section in braces"),
                Arguments.of("{\"Worker\": {\"Enabled\": null}}", "Worker.Enabled: text, a number"),
                Arguments.of("{\"Worker\": {\"Enabled\": {}}}", "Worker.Enabled: text, a number"),
                Arguments.of("{\"Worker\": {\"Enabled\": [1]}}", "Worker.Enabled: text, a number"),
                Arguments.of(
                        "{\"Worker\": {\"MaxParallelJobs\": NaN}}", "Non-standard token 'NaN'"),
                Arguments.of("// comment\n{}", "line 1, column 1: Unexpected character ('/'"));
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void refusesWhatIsNoSettingAndSaysWhere(String text, String problem) throws IOException {
        var file = written(text);

        assertThatThrownBy(() -> GuideFile.read(file))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(problem);
    }

    @Test
    void refusesBrokenUtf8() throws IOException {
        var file = directory.resolve("milvaion.json");
        Files.write(
                file,
                "{\"Worker\":{\"WorkerId\":\"\u00e4\"}}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> GuideFile.read(file))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(file + ", line 1")
                .hasMessageContaining("Invalid UTF-8");
    }

    @Test
    void fileThatWasNamedMustBeThere() {
        var source = new GuideFileSource(directory.resolve("none.json").toString());

        assertThatThrownBy(() -> source.getValue("worker.enabled"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("none.json: cannot be read");
    }

    @Test
    void wrongFileStopsEveryReaderOfOurSettingsAndNobodyElse() throws IOException {
        var source = new GuideFileSource(written("{\"Logging\": {}}").toString());

        assertThatThrownBy(() -> source.getValue("milvaion.redis.url"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("line 1, column 2: Logging: unknown name");
        assertThat(source.getValue("mp.metrics.tags")).isNull();
        assertThat(source.getPropertyNames()).isEmpty();
    }

    private Path written(String text) throws IOException {
        return Files.writeString(directory.resolve("milvaion.json"), text);
    }
}
