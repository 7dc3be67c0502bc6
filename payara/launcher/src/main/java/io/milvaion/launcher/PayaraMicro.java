package io.milvaion.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Payara Micro, unpacked. All nodes share the unpacked jars and each has a server directory of its
 * own, made from a clean copy: Payara would deploy first what it finds there from last time.
 */
public final class PayaraMicro {

    private static final String LAUNCHER = "launch-micro.jar";
    private static final List<String> PER_NODE = List.of("config", "docroot", "lib");

    private final Path home;
    private final List<String> modules;

    private PayaraMicro(Path home) throws IOException {
        this.home = home;
        this.modules = moduleFlags(home.resolve(LAUNCHER));
    }

    /**
     * Unpacks the server, about 100 MB, into a directory named after the jar below {@code parent}.
     * Done once: later calls find it there, also from other processes.
     *
     * @throws IOException if the jar is missing or is not Payara Micro, or the disk refuses it
     */
    public static PayaraMicro unpack(Path jar, Path parent) throws IOException {
        Path home =
                parent.toAbsolutePath()
                        .normalize()
                        .resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
        if (Files.notExists(home)) {
            Files.createDirectories(home.getParent());
            Path unfinished = Files.createTempDirectory(home.getParent(), "unfinished");
            openToOthers(unfinished);
            writeLauncher(jar, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PayaraMicro(home);
    }

    /**
     * Makes the server directory anew, so that it holds nothing from last time, and writes the
     * command line's arguments to a file in it.
     *
     * @return the command that runs the node
     */
    List<String> prepare(NodePlan plan, Path root) throws IOException {
        Directories.delete(root);
        Files.createDirectories(root);
        for (String part : PER_NODE) {
            Directories.copy(home.resolve(part), root.resolve(part));
        }
        Path logging = root.resolve("config/logging.properties");
        Files.writeString(
                logging, Files.readString(logging).replace("ansiColor=true", "ansiColor=false"));
        Path before = root.resolve("before-boot.txt");
        Path after = root.resolve("after-boot.txt");
        Files.writeString(before, BootCommands.BEFORE);
        Files.writeString(after, BootCommands.AFTER);

        List<String> words = new ArrayList<>(plan.jvm());
        words.addAll(modules);
        words.add("-Dfish.payara.micro.BootJar=" + home.resolve(LAUNCHER).toUri());
        words.add("-Dfish.payara.micro.UnpackDir=" + home);
        words.addAll(List.of("-cp", home.resolve(LAUNCHER).toString()));
        words.add("fish.payara.micro.impl.PayaraMicroImpl");
        words.addAll(List.of("--rootdir", root.toString()));
        words.addAll(List.of("--nohazelcast", "--disablephonehome"));
        words.addAll(List.of("--prebootcommandfile", before.toString()));
        words.addAll(List.of("--postbootcommandfile", after.toString()));
        words.addAll(List.of("--deploy", plan.war().toAbsolutePath().toString()));
        words.addAll(List.of("--contextroot", "/"));
        words.addAll(List.of("--port", Integer.toString(plan.port())));
        Path arguments = root.resolve("java.args");
        Files.write(arguments, words.stream().map(PayaraMicro::quoted).toList());
        return List.of(java(), "@" + arguments);
    }

    /** A temporary directory is for its owner alone; nodes may run as other users. */
    private static void openToOthers(Path directory) throws IOException {
        if (!directory.toFile().setReadable(true, false)
                || !directory.toFile().setExecutable(true, false)) {
            throw new IOException(directory + " cannot be opened to other users");
        }
    }

    private static void writeLauncher(Path jar, Path root) throws IOException {
        Path log = root.resolve("unpack.log");
        Process process =
                new ProcessBuilder(
                                java(),
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                jar.toString(),
                                "--rootdir",
                                root.toString(),
                                "--outputlauncher")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || Files.notExists(root.resolve(LAUNCHER))) {
                throw new IOException(
                        "Payara Micro could not be unpacked from %s: %s"
                                .formatted(jar, Files.readString(log)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Payara Micro was unpacked", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The jar's manifest says what the server opens; it only counts for {@code java -jar}. */
    private static List<String> moduleFlags(Path launcher) throws IOException {
        try (JarFile jar = new JarFile(launcher.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            List<String> flags = new ArrayList<>();
            for (String attribute : List.of("Add-Exports", "Add-Opens")) {
                for (String part : manifest.getValue(attribute).split(" ", -1)) {
                    String flag = attribute.toLowerCase(Locale.ROOT);
                    flags.add("--%s=%s=ALL-UNNAMED".formatted(flag, part));
                }
            }
            return List.copyOf(flags);
        }
    }

    /** As the java program reads argument files. */
    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
