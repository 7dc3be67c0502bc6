package io.milvaion.scheduler.people.account;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Tells the random password of {@code root} once, where only the installation's owner looks. */
record FirstPassword(Optional<Path> file) {

    private static final System.Logger LOG = System.getLogger(FirstPassword.class.getName());

    /** Leaves it in the file, or in the log if there is no file or it cannot be written. */
    void tell(String password) {
        if (file.isEmpty() || !written(file.get(), password)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the account root has the password {0} until its first login, which must"
                            + " change it",
                    password);
        }
    }

    private static boolean written(Path file, String password) {
        try {
            Files.deleteIfExists(file);
            Files.writeString(Files.createFile(file, ownerOnly()), password + "\n");
            LOG.log(System.Logger.Level.INFO, "the first password of root is in {0}", file);
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, file + " cannot be written", e);
            return false;
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
