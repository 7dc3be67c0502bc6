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

    public DatabaseUnavailable(SQLException cause) {
        super("the database is not available: " + cause.getMessage(), cause);
    }
}
