package io.milvaion.cli;

import io.milvaion.cli.http.Refused;
import io.milvaion.cli.http.Unreachable;

/** What the command tells scripts. Numbers are kept for good. */
public final class ExitCode {

    public static final int DONE = 0;

    /** The server refused what was asked for, or a run that was waited for ended badly. */
    public static final int FAILED = 1;

    /** The command is not written as it should be. */
    public static final int USAGE = 2;

    /** Nobody has logged in, or may not do it. */
    public static final int NOT_PERMITTED = 3;

    public static final int NOT_FOUND = 4;

    /** Somebody else has changed it meanwhile. */
    public static final int CONFLICT = 5;

    /** No server answers, or not now. */
    public static final int UNAVAILABLE = 6;

    private ExitCode() {}

    static int of(Throwable thrown) {
        if (thrown instanceof Unreachable) {
            return UNAVAILABLE;
        }
        if (thrown instanceof NotFound) {
            return NOT_FOUND;
        }
        return thrown instanceof Refused refused ? of(refused.status()) : FAILED;
    }

    private static int of(int status) {
        return switch (status) {
            case 401, 403 -> NOT_PERMITTED;
            case 404 -> NOT_FOUND;
            case 409, 412 -> CONFLICT;
            default -> status == 429 || status >= 500 ? UNAVAILABLE : FAILED;
        };
    }
}
