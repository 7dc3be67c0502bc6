package io.milvaion.scheduler.declare.plan;

import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.Violation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of object that documents can declare. All methods work in the caller's transaction.
 *
 * @param <T> what people decide about an object, and nothing that moves by itself
 */
public interface ObjectKind<T extends Record> {

    /** What happened to an object. The rest is to be run once the transaction is committed. */
    record Done(String id, Runnable afterwards) {}

    /** Its name in documents. */
    String name();

    /** The id of the object of a name that has never been declared, where names are ids. */
    default Optional<String> idOf(String name) {
        return Optional.empty();
    }

    /** Kinds that others name are planned and written before these, and deleted after them. */
    default int rank() {
        return 1;
    }

    /** An object that the documents declare: what comes after it may name it. */
    default void expect(String name, T wanted) {}

    /** Reads those of the objects that are there; locks them, by id, if that is asked for. */
    Map<String, T> present(Connection connection, Collection<String> ids, boolean locked)
            throws SQLException;

    /** Whether an object is one of those, or belongs to one, that somebody reaches. */
    default boolean isReached(T is, Reach jobs) {
        return true;
    }

    /** An object as people see it: without secret values. */
    default T shown(T is) {
        return is;
    }

    /** Names that would suit all objects of the kind that can be declared, by their ids. */
    Map<String, String> names(Connection connection) throws SQLException;

    /**
     * What is wrong with what somebody wants.
     *
     * @param before what it replaces, or null
     */
    List<Violation> violations(WantedObject<T> wanted, T before, Instant now);

    Done create(Connection connection, String name, T wanted, String actor) throws SQLException;

    Done edit(Connection connection, String id, T wanted, String actor) throws SQLException;

    Done delete(Connection connection, String id, String actor) throws SQLException;
}
