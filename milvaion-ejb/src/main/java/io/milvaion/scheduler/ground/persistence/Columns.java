package io.milvaion.scheduler.ground.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A statement over many rows: each column is an array that the statement unnests. Its parameters
 * are question marks, bound in the order of the calls.
 *
 * @param <R> what a row is made from
 */
public final class Columns<R> extends Statement {

    /** The order of uuids in PostgreSQL; {@link UUID#compareTo} compares signed numbers. */
    public static final Comparator<UUID> UUID_ORDER =
            (a, b) -> {
                int high =
                        Long.compareUnsigned(
                                a.getMostSignificantBits(), b.getMostSignificantBits());
                return high != 0
                        ? high
                        : Long.compareUnsigned(
                                a.getLeastSignificantBits(), b.getLeastSignificantBits());
            };

    private final String sql;
    private final Collection<R> rows;
    private final List<Object> arguments = new ArrayList<>();

    /**
     * @param sql code, never input
     */
    public Columns(String sql, Collection<R> rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** Binds {@code uuid[]}. */
    public Columns<R> uuids(Function<R, UUID> value) {
        return array("uuid", value);
    }

    /** Binds {@code text[]}. */
    public Columns<R> texts(Function<R, String> value) {
        return array("text", value);
    }

    /** Binds {@code int[]}. */
    public Columns<R> ints(Function<R, Integer> value) {
        return array("int4", value);
    }

    /** Binds {@code bigint[]}. */
    public Columns<R> longs(Function<R, Long> value) {
        return array("int8", value);
    }

    /** Binds {@code bigint[]} of epoch milliseconds. */
    public Columns<R> instants(Function<R, Instant> value) {
        return longs(
                row -> {
                    Instant at = value.apply(row);
                    return at == null ? null : at.toEpochMilli();
                });
    }

    /** Binds {@code timestamptz[]}. */
    public Columns<R> timestamps(Function<R, Instant> value) {
        return array(
                "timestamptz",
                row -> {
                    Instant at = value.apply(row);
                    return at == null ? null : at.toString();
                });
    }

    /** Binds {@code bytea[]}. */
    public Columns<R> bytes(Function<R, byte[]> value) {
        return array("bytea", value);
    }

    /** Binds one value that all rows share. */
    public Columns<R> value(Object value) {
        return add(value);
    }

    /** Binds an array of ids, the smallest and the largest of them. */
    public Columns<R> ids(Function<R, UUID> value) {
        List<UUID> ids = rows.stream().map(value).toList();
        return add(new Elements("uuid", ids))
                .add(ids.stream().min(UUID_ORDER).orElseThrow())
                .add(ids.stream().max(UUID_ORDER).orElseThrow());
    }

    /** For a statement whose good plan depends on how many rows there are. */
    public Columns<R> plannedEachTime() {
        planEachTime();
        return this;
    }

    @Override
    Bound bound() {
        return new Bound(sql, arguments);
    }

    private Columns<R> array(String type, Function<R, ?> value) {
        return add(new Elements(type, rows.stream().map(value).toList()));
    }

    private Columns<R> add(Object argument) {
        arguments.add(argument);
        return this;
    }
}
