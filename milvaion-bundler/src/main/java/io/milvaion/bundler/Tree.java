package io.milvaion.bundler;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Folders with all that is in them. */
final class Tree {

    private Tree() {}

    /** Makes one folder like another: what only the copy has is deleted. */
    static void copy(Path from, Path to) throws IOException {
        emptied(to);
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** The same path, with nothing there, in a folder that exists. */
    static Path emptied(Path path) throws IOException {
        if (Files.exists(path)) {
            Files.walkFileTree(path, new Deletion());
        }
        Files.createDirectories(path.getParent());
        return path;
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
