package io.milvaion.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A file in which the JVM keeps loaded classes (application class data sharing), which halves the
 * time to start a node. A JVM writes it while it ends, which takes some ten seconds and is worth it
 * once; it fits only the same JVM, flags and jars.
 *
 * @param file exists as soon as it is complete
 */
public record ClassArchive(Path file) {

    static ClassArchive below(Path home, List<String> jvm) {
        String version = System.getProperty("java.vm.version").replaceAll("[^\\w.+-]", "_");
        return new ClassArchive(
                home.resolve("classes-%s-%08x.jsa".formatted(version, jvm.hashCode())));
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Flags that use it; none if there is none yet. */
    public List<String> use() {
        return exists() ? List.of("-XX:SharedArchiveFile=" + file) : List.of();
    }

    /** For one JVM only: it writes the archive when it ends. */
    public List<String> record() {
        return List.of("-XX:ArchiveClassesAtExit=" + unfinished());
    }

    /**
     * To be called when the JVM that recorded has ended by itself: the archive is used from now.
     */
    public void keep() throws IOException {
        if (Files.exists(unfinished())) {
            Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".unfinished");
    }
}
