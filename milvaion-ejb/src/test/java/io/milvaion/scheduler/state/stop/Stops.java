package io.milvaion.scheduler.state.stop;

import java.sql.Connection;
import java.sql.SQLException;

/** Emergency stops for tests that roll them back: committed, they would stop other tests. */
public final class Stops {

    private Stops() {}

    public static void open(Connection connection) throws SQLException {
        DispatchStops.open(connection, "a test", "somebody");
    }
}
