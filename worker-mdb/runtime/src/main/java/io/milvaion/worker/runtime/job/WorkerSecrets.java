package io.milvaion.worker.runtime.job;

import io.milvaion.platform.secret.SecretReference;
import io.milvaion.worker.sdk.PermanentJobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The secrets that this worker knows: a directory with a file for each, named like it, as
 * Kubernetes and Docker mount them. They are read for each attempt, so that a new value holds at
 * once.
 */
public final class WorkerSecrets {

    /** Knows none. */
    public static final WorkerSecrets NONE = new WorkerSecrets(null);

    private final Path directory;

    /**
     * @param directory null: there are none
     */
    public WorkerSecrets(Path directory) {
        this.directory = directory;
    }

    /**
     * The value of a secret, without the line break at its end.
     *
     * @throws PermanentJobException if it is not known
     */
    String value(String name) {
        if (directory == null || !SecretReference.isName(name)) {
            throw unknown(name, null);
        }
        try {
            return Files.readString(directory.resolve(name)).replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw unknown(name, e);
        }
    }

    private static PermanentJobException unknown(String name, IOException cause) {
        return new PermanentJobException(
                "this worker knows no secret \"" + name + "\"; see worker.secrets-directory",
                cause);
    }
}
