package io.milvaion.scheduler.people.secret;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;

/**
 * Passwords as they are stored: Argon2id with OWASP's present parameters (19 MiB, 2 passes, 1
 * lane), in the usual text form that carries its parameters.
 */
public final class PasswordHash {

    private static final int KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** As many at once as there are processors: the others wait, and memory is bounded. */
    private static final Semaphore AT_ONCE =
            new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private static final Argon2Function FUNCTION =
            Argon2Function.getInstance(KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

    /** Takes as long to compare with as any other, and no password is right. */
    public static final String NOBODY = of(RandomText.next());

    private PasswordHash() {}

    public static String of(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult();
    }

    /** Whether the password is the one; takes some 30 milliseconds and 19 MiB. */
    public static boolean matches(String password, String hash) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            AT_ONCE.release();
        }
    }
}
