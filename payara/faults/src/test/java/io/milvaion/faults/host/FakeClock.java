package io.milvaion.faults.host;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A clock that jumps, for processes that are started with its environment; their timers go on. It
 * lives in memory that one process of their user makes for all of them: what root makes on the way
 * to that user they could not open.
 */
public final class FakeClock implements AutoCloseable {

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private final Path offset;
    private final Process keeper;

    /**
     * @param uid the user of the processes
     */
    public FakeClock(int uid) throws IOException {
        offset = Files.createTempFile("milvaion-clock", "");
        Files.setPosixFilePermissions(offset, PosixFilePermissions.fromString("rw-r--r--"));
        jump("+0");
        var keep =
                new ProcessBuilder(
                        "setpriv",
                        "--reuid=" + uid,
                        "--regid=" + uid,
                        "--clear-groups",
                        "--",
                        "env",
                        "LD_PRELOAD=" + library(),
                        "sleep",
                        "infinity");
        keep.environment().putAll(settings());
        keeper = keep.start();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> shared().stream().allMatch(Files::exists));
    }

    /** Sets it, such as {@code +1h}, {@code -30m} or {@code +0}. */
    public void jump(String to) throws IOException {
        Files.writeString(offset, to + "\n");
    }

    /** What a process must be started with to see this clock. */
    public Map<String, String> environment() throws IOException {
        var environment = new HashMap<>(settings());
        environment.put("LD_PRELOAD", library());
        environment.put(
                "FAKETIME_SHARED", "/faketime_sem_%1$d /faketime_shm_%1$d".formatted(keeper.pid()));
        return environment;
    }

    private static String library() throws IOException {
        return Tool.library("faketime/libfaketime.so.1").toString();
    }

    private Map<String, String> settings() {
        return Map.of(
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "NO_FAKE_STAT",
                "1");
    }

    private List<Path> shared() {
        return List.of(
                SHARED_MEMORY.resolve("sem.faketime_sem_" + keeper.pid()),
                SHARED_MEMORY.resolve("faketime_shm_" + keeper.pid()));
    }

    @Override
    public void close() throws IOException {
        keeper.destroy();
        for (var file : shared()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(offset);
    }
}
