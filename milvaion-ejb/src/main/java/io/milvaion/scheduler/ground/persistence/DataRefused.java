package io.milvaion.scheduler.ground.persistence;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/** PostgreSQL refuses the data (SQLSTATE 22, 23) or the statement (42): repeating cannot help. */
@ApplicationException(rollback = true)
public class DataRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sqlState;

    public DataRefused(SQLException cause) {
        super("the database refused the data: " + cause.getMessage(), cause);
        this.sqlState = cause.getSQLState();
    }

    public String sqlState() {
        return sqlState;
    }
}
