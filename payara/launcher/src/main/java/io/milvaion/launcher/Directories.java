package io.milvaion.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies, deletes and gives away whole directories. */
final class Directories {

    private Directories() {}

    /** What the target already holds may be overwritten, or be in the way. */
    static void copy(Path source, Path target) throws IOException {
        for (Path path : walk(source)) {
            Path copy = target.resolve(source.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy);
            }
        }
    }

    /** Harmless if there is no such directory. */
    static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            List<Path> paths = walk(directory);
            for (Path path : paths.stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Makes another user the owner; only root may. */
    static void own(Path directory, int uid) throws IOException {
        for (Path path : walk(directory)) {
            Files.setAttribute(path, "unix:uid", uid);
        }
    }

    private static List<Path> walk(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.toList();
        }
    }
}
