package io.milvaion.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one short program to its end. */
public final class Command {

    private Command() {}

    /**
     * Returns what the program wrote to its output and error stream.
     *
     * @throws IOException if it cannot be started, ends with a status other than 0, or is still
     *     running after the time limit (it is killed then); the message holds its output
     */
    public static String run(Duration limit, List<String> words) throws IOException {
        // A file and not a pipe: a server left in the background would hold the pipe open.
        Path output = Files.createTempFile("milvaion-command", ".log");
        try {
            Process process =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            boolean ended = waitFor(process, limit);
            String text = Files.readString(output).strip();
            if (!ended) {
                throw new IOException(words + " did not end within " + limit + ": " + text);
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        words + " ended with status " + process.exitValue() + ": " + text);
            }
            return text;
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** True if the program exists and ends with status 0 within ten seconds. */
    public static boolean succeeds(List<String> words) {
        try {
            run(Duration.ofSeconds(10), words);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean waitFor(Process process, Duration limit) throws IOException {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
