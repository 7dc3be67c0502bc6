package io.milvaion.scheduler.service;

import io.milvaion.scheduler.ground.persistence.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;

/**
 * Counts what work on a database costs: statements, and the row versions of transactions as
 * PostgreSQL itself counts them.
 */
public final class Meter {

    /** Of this transaction and of earlier ones on this connection. */
    private static final String WRITTEN =
            "select coalesce(sum(n_tup_ins + n_tup_upd), 0) from pg_stat_xact_user_tables";

    private final DataSource source;
    private int statements;
    private long rowVersions;

    Meter(DataSource source) {
        this.source = source;
    }

    /** The database whose use is counted. */
    public Database database() {
        return Database.over(
                proxy(DataSource.class, (method, arguments) -> onSource(method, arguments)));
    }

    public int statements() {
        return statements;
    }

    /** Rows inserted and updated. */
    public long rowVersions() {
        return rowVersions;
    }

    private Object onSource(Method method, Object[] arguments) throws Throwable {
        if (!method.getName().equals("getConnection")) {
            return call(source, method, arguments);
        }
        var pooled = source.getConnection();
        var driver = pooled.unwrap(BaseConnection.class);
        var counted = new BaseConnection[1];
        var before = new AtomicLong();
        counted[0] =
                proxy(
                        BaseConnection.class,
                        (called, given) ->
                                switch (called.getName()) {
                                    case "unwrap" -> counted[0];
                                    case "close" -> call(pooled, called, given);
                                    case "prepareStatement" -> {
                                        statements++;
                                        yield call(driver, called, given);
                                    }
                                    case "setAutoCommit" -> {
                                        call(driver, called, given);
                                        before.set(given[0].equals(false) ? written(driver) : 0);
                                        yield null;
                                    }
                                    case "commit" -> {
                                        rowVersions += written(driver) - before.get();
                                        yield call(driver, called, given);
                                    }
                                    default -> call(driver, called, given);
                                });
        return counted[0];
    }

    private static long written(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(WRITTEN)) {
            row.next();
            return row.getLong(1);
        }
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(
                        Meter.class.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> call.on(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
