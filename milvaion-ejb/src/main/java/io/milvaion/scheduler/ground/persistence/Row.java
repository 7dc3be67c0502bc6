package io.milvaion.scheduler.ground.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The present row of a result, read by column name; null where the column is. */
public final class Row {

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    /** Takes what it needs of a row. */
    @FunctionalInterface
    public interface Reader {
        void read(Row row) throws SQLException;
    }

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

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

    /** False where the column is null. */
    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public Instant instant(String column) throws SQLException {
        var at = result.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public LocalDate date(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    /** An array of texts. */
    public List<String> texts(String column) throws SQLException {
        var array = result.getArray(column);
        return array == null ? null : Arrays.asList((String[]) array.getArray());
    }

    /** An array of {@code timestamptz}; not null. */
    public List<Instant> instants(String column) throws SQLException {
        var times = (Timestamp[]) result.getArray(column).getArray();
        return Arrays.stream(times).map(Timestamp::toInstant).toList();
    }
}
