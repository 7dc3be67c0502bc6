package io.milvaion.scheduler.ground.persistence;

import java.sql.SQLException;
import java.util.Set;

/**
 * Runs a transaction again that PostgreSQL has ended for the sake of another one. Every write has
 * this, also those whose transaction the container begins.
 */
public final class Repeated {

    /** Serialization failure, deadlock, lock not available, idle transaction ended. */
    private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01", "55P03", "25P03");

    private static final int ATTEMPTS = 4;

    /** One whole transaction, from its begin to its commit. */
    @FunctionalInterface
    public interface Transaction<T, X extends Exception> {
        T run() throws X;
    }

    private Repeated() {}

    /**
     * @param transaction has no effect outside the database that may not happen twice
     */
    public static <T, X extends Exception> T run(Transaction<T, X> transaction) throws X {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.run();
            } catch (Exception e) {
                if (attempt == ATTEMPTS || !isWorthRepeating(e)) {
                    throw e;
                }
            }
        }
    }

    /** Looks at the causes, too: persistence and the container wrap what the driver throws. */
    private static boolean isWorthRepeating(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && WORTH_REPEATING.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
