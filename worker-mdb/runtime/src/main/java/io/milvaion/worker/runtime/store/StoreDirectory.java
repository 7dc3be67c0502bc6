package io.milvaion.worker.runtime.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** The files of all worker processes that share a directory, numbered from 1. */
final class StoreDirectory {

    private static final System.Logger LOG = System.getLogger(StoreDirectory.class.getName());
    private static final int MAX_FILES = 1_000;

    private final Path directory;

    StoreDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens the first file that no process has locked, and takes over what dead processes have left
     * in the others.
     *
     * @throws IOException if the directory cannot be made, or no file in it can be written
     */
    StoreFile open() throws IOException {
        Files.createDirectories(directory);
        StoreFile own = null;
        try {
            for (int number = 1; number <= MAX_FILES; number++) {
                var path = directory.resolve("reports-" + number + ".mv");
                if (own != null && Files.notExists(path)) {
                    return own;
                }
                var file = openUnlessLocked(path);
                if (own == null) {
                    own = file;
                } else if (file != null) {
                    try (file) {
                        takeOver(file, own);
                    }
                }
            }
            if (own == null) {
                throw new IOException("all of %,d files are in use".formatted(MAX_FILES));
            }
            return own;
        } catch (MVStoreException | IOException e) {
            if (own != null) {
                own.close();
            }
            throw e instanceof IOException io ? io : new IOException(e.getMessage(), e);
        }
    }

    private static void takeOver(StoreFile left, StoreFile own) {
        if (!left.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "{0} holds reports that a process which is gone could not send; they are sent"
                            + " now",
                    left.path());
            own.takeOver(left);
        }
    }

    private static StoreFile openUnlessLocked(Path path) throws IOException {
        try {
            return readable(StoreFile.open(path));
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                return null;
            }
            if (e.getErrorCode() == DataUtils.ERROR_WRITING_FAILED || Files.notExists(path)) {
                throw e;
            }
            var aside = path.resolveSibling(path.getFileName() + ".corrupt-" + System.nanoTime());
            Files.move(path, aside);
            LOG.log(
                    Level.ERROR,
                    "{0} cannot be read and was set aside as {1}; the reports in it are lost unless"
                            + " somebody repairs it: {2}",
                    path,
                    aside.getFileName(),
                    e.getMessage());
            return StoreFile.open(path);
        }
    }

    /** Damage inside a file shows only when that part is read. */
    private static StoreFile readable(StoreFile file) {
        try {
            file.forEach((number, message) -> {});
            file.forEachConfirmed((end, at) -> {});
            return file;
        } catch (MVStoreException e) {
            file.close();
            throw e;
        }
    }
}
