package io.milvaion.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The file in which a server in the background keeps its process id.
 *
 * @param path the file; its first line is the id
 * @param program how the path of the server's program ends
 * @param mark a text that the server's command line holds, where the system shows command lines
 */
public record PidFile(Path path, String program, String mark) {

    /**
     * The server, if it is running. A file left behind by a crash may name a process that is gone,
     * or a stranger that got the same id: that is not the server.
     */
    public Optional<ProcessHandle> process() throws IOException {
        return firstLine().flatMap(ProcessHandle::of).filter(this::isTheServer);
    }

    /** Harmless if there is no such file. */
    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /**
     * Asks the server to end (SIGTERM), and kills it when it is still there after the time limit.
     * Does nothing if it is not running.
     */
    public void stop(Duration limit) throws IOException {
        Optional<ProcessHandle> server = process();
        if (server.isPresent()) {
            server.get().destroy();
            // The server removes its file last; where nobody reaps orphans its id stays a zombie.
            if (!await(limit, () -> Files.notExists(path) || !isTheServer(server.get()))) {
                server.get().destroyForcibly();
                await(limit, () -> !isTheServer(server.get()));
            }
        }
        delete();
    }

    private Optional<Long> firstLine() throws IOException {
        try {
            return Files.readString(path)
                    .lines()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private boolean isTheServer(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return process.isAlive()
                && info.command().filter(command -> command.endsWith(program)).isPresent()
                && info.arguments()
                        .map(words -> String.join(" ", words).contains(mark))
                        .orElse(true);
    }

    private static boolean await(Duration limit, BooleanSupplier condition) throws IOException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while a server was stopping", e);
            }
        }
        return true;
    }
}
