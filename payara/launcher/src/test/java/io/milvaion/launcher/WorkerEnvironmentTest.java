package io.milvaion.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.embedded.ServiceUrls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerEnvironmentTest {

    private static final String DB = "postgresql://me:secret@db/jobs";

    @Test
    void aShellGetsWhereRedisAndTheBrokerAreAndNotTheDatabase() throws Exception {
        assertThat(exports("redis://me:a1@127.0.0.1:33001/0", "amqp://me:b2@127.0.0.1:33002/%2F"))
                .isEqualTo(
                        """
                        export MILVAION_REDIS_URL=redis://me:a1@127.0.0.1:33001/0
                        export MILVAION_RABBITMQ_URL=amqp://me:b2@127.0.0.1:33002/%2F
                        """);
    }

    @Test
    void aShellReadsWhatWasMeant() throws Exception {
        String redis = "redis://:it's$HOME;`id`&x@cache/0";
        String exports = exports(redis, "amqp://broker/%2F?heartbeat=5&x=y");
        Process shell =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                exports
                                        + "printf '%s %s' \"$MILVAION_REDIS_URL\" \"$MILVAION_RABBITMQ_URL\"")
                        .start();
        assertThat(shell.getInputStream().readAllBytes())
                .asString()
                .isEqualTo(redis + " amqp://broker/%2F?heartbeat=5&x=y");
    }

    @Test
    void onlyItsOwnerReadsTheFile(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("worker.env"), "old, and open to all");

        Path file =
                new WorkerEnvironment(new ServiceUrls(DB, "redis://cache/0", "amqp://broker"))
                        .keepIn(directory);

        assertThat(file)
                .hasContent(
                        "export MILVAION_REDIS_URL=redis://cache/0\nexport MILVAION_RABBITMQ_URL=amqp://broker");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static String exports(String redis, String rabbitmq) {
        return new WorkerEnvironment(new ServiceUrls(DB, redis, rabbitmq)).exports();
    }
}
