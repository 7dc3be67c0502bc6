package io.milvaion.bench;

import io.milvaion.bench.peer.PeerKind;
import io.milvaion.bench.peer.PeerMain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A peer measures itself in a JVM of its own, with the flags of the node's. */
record PeerProcess(PeerKind peer, Options options, String databaseUrl) {

    /**
     * Returns when it has measured all rounds and ended.
     *
     * @throws IOException if it ended otherwise; the message names its log
     */
    void measure(Figures figures) throws IOException, InterruptedException {
        var log = Files.createDirectories(options.data().resolve("peers")).resolve(peer.option());
        var builder =
                new ProcessBuilder(command())
                        .redirectError(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().put(PeerMain.DATABASE_VARIABLE, databaseUrl);
        var process = builder.start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                PeerMain.parse(line)
                        .ifPresentOrElse(
                                figure -> figures.add(figure.name(), figure.unit(), figure.value()),
                                sayer(line));
            }
            if (process.waitFor() != 0) {
                throw new IOException(peer.title() + " could not be measured, see " + log);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static Runnable sayer(String line) {
        return () -> Console.say(line);
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.jvm());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.equals("bench") || name.startsWith("bench."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(
                List.of("-cp", ClassPath.ofThisProgram(), PeerMain.class.getName(), peer.option()));
        return command;
    }
}
