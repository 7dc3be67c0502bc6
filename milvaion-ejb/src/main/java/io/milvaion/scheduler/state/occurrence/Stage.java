package io.milvaion.scheduler.state.occurrence;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;

/** What a queued occurrence waits for. The code is stored. */
public enum Stage {
    /** To be published, or published and not started. */
    READY(0),
    /** Its predecessor must end first. */
    HELD(1),
    /** The time of its retry must come. */
    BACKOFF(2);

    private static final Stage[] BY_CODE = values();

    private final int code;

    Stage(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Stage of(int code) {
        return BY_CODE[code];
    }

    /** Null where the column is: only queued runs have a stage. */
    public static Stage of(Row row, String column) throws SQLException {
        Integer code = row.integer(column);
        return code == null ? null : of(code);
    }
}
