package io.milvaion.scheduler.people.secret;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.List;
import java.util.Locale;

/**
 * Which passwords people may choose: any characters, long enough, without the name, and not what is
 * guessed first. For that zxcvbn has lists of common passwords and words, keyboard rows and dates.
 */
public final class PasswordPolicy {

    private static final int MIN = 8;
    private static final int MAX = 128;

    /** Guessing takes at least a million tries; a common password takes some thousands. */
    private static final double GUESSES_LOG10 = 6;

    /** Its cost grows with the square of the length, and what is longer is not guessed. */
    private static final int MEASURED = 64;

    private static final Zxcvbn STRENGTH = new Zxcvbn();

    private PasswordPolicy() {}

    /**
     * @param field names the password in the error
     * @throws InvalidInput if it is not allowed
     */
    public static void check(String field, String password, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN || length > MAX) {
            throw new InvalidInput(field, MIN + " to " + MAX + " characters.");
        }
        if (password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
            throw new InvalidInput(field, "It must not contain the name.");
        }
        var measured = password.substring(0, Math.min(password.length(), MEASURED));
        if (STRENGTH.measure(measured, List.of(name)).getGuessesLog10() < GUESSES_LOG10) {
            throw new InvalidInput(field, "It is common or easily guessed.");
        }
    }
}
