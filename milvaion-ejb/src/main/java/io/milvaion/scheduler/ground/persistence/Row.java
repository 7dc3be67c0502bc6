package io.milvaion.scheduler.ground.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The present row of a result, read by column name; null where the column is. */
public record Row(ResultSet result) {

    public UUID uuid(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return result.getString(column);
    }

    public byte[] bytes(String column) throws SQLException {
        return result.getBytes(column);
    }

    public Integer integer(String column) throws SQLException {
        return result.getObject(column, Integer.class);
    }

    public Long number(String column) throws SQLException {
        return result.getObject(column, Long.class);
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public Instant instant(String column) throws SQLException {
        var at = result.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
