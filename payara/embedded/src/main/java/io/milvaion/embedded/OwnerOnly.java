package io.milvaion.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Files and directories that no other user of the machine reads. A file system without POSIX
 * permissions guards them its own way.
 */
public final class OwnerOnly {

    private static final SecureRandom RANDOM = new SecureRandom();

    private OwnerOnly() {}

    /** Creates the directory; one that is there stays as it is, since others may share it. */
    public static void create(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            close(directory);
        }
    }

    /** Creates the directory, or closes the one that is there to others. */
    public static Path close(Path directory) throws IOException {
        permit(Files.createDirectories(directory), "rwx------");
        return directory;
    }

    /** Lets others pass through the directory to what they know the name of. */
    static void open(Path directory) throws IOException {
        permit(directory, "rwx--x--x");
    }

    /** Writes the file whole: a crash leaves what was there before, or all of the text. */
    public static void write(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        permit(Files.createFile(unfinished), "rw-------");
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The secret that the file holds: 128 random bits in hex, made at the first call. */
    public static String secret(Path file) throws IOException {
        if (Files.notExists(file)) {
            byte[] secret = new byte[16];
            RANDOM.nextBytes(secret);
            write(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file);
    }

    private static void permit(Path path, String permissions) throws IOException {
        var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
