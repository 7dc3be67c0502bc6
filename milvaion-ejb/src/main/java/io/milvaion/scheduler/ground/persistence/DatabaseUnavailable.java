package io.milvaion.scheduler.ground.persistence;

import io.milvaion.platform.loop.Temporary;
import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/**
 * PostgreSQL cannot be reached, is overloaded or ended the statement. The caller keeps its work and
 * tries again; a commit that failed this way may have happened.
 */
@ApplicationException(rollback = true)
public class DatabaseUnavailable extends RuntimeException implements Temporary {

    private static final long serialVersionUID = 1L;

    private final String state;

    public DatabaseUnavailable(SQLException cause) {
        super("the database is not available: " + cause.getMessage(), cause);
        state = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** Whether PostgreSQL has answered, but as it would any other node: a lock, its disk. */
    public boolean isForEverybody() {
        return state.equals("55P03") || state.equals("53100") || state.startsWith("58");
    }

    /** What has failed, for people; texts of the driver name users. */
    public String reason() {
        return switch (state) {
            case "25006" -> "it is read-only";
            case "55P03", "57014" -> "what is written waits for a lock, or for its disk";
            case "53100" -> "its disk is full";
            default -> "SQLSTATE " + state;
        };
    }
}
