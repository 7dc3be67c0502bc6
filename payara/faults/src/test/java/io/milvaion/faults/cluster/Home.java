package io.milvaion.faults.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/**
 * The directory of everything that is written: outside the checkout, because the users of nodes and
 * servers must reach it. The unpacked server stays for the next time; what a run leaves behind is
 * deleted by the next one.
 */
final class Home implements AutoCloseable {

    private final Path directory;
    private final FileChannel lock;

    private Home(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * @throws IOException if another run uses it, or it is somebody else's
     */
    static Home open(Path directory) throws IOException {
        if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                || !Integer.valueOf(0)
                        .equals(
                                Files.getAttribute(
                                        directory, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
            throw new IOException(directory + " must be a directory of root");
        }
        var lock =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            throw new IOException(directory + " is in use by another run of the fault tests");
        }
        return new Home(directory, lock);
    }

    /** Where the server is unpacked, once. */
    Path payara() {
        return directory.resolve("payara");
    }

    /** An empty directory for this run. */
    Path newRun() throws IOException {
        var run = directory.resolve("run");
        if (Files.exists(run)) {
            try (var paths = Files.walk(run)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(run);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
