package io.milvaion.scheduler.run.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Nodes that die, sleep past their lease and lose answers at any step, also between both writes:
 * none of it looks as if a store had been set back.
 */
class MarksUnderFaultsIT {

    private static final int NODES = 4;
    private static final int ROUNDS = 3_000;

    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger terms = new AtomicInteger();

    @Test
    void nothingButALossIsTakenForOne() throws Exception {
        var threads = Executors.newFixedThreadPool(NODES);
        try (var scene = new MarkScene()) {
            var source = unsteady(scene.source);
            var nodes = new ArrayList<Future<?>>();
            for (int i = 0; i < NODES; i++) {
                var name = "n" + i;
                nodes.add(threads.submit(() -> live(scene, name, Database.over(source))));
            }
            for (var node : nodes) {
                node.get(3, TimeUnit.MINUTES);
            }

            assertThat(scene.found()).isEmpty();
            assertThat(terms.get()).isGreaterThan(20);
            assertThat(scene.inRedis() - scene.inDatabase()).isBetween(0L, 1L);
            assertThat(scene.inDatabase()).isGreaterThan(ROUNDS / 2);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Leads again and again; a failure is a death from which only the lease is left. */
    private void live(MarkScene scene, String name, Database database) {
        while (rounds.get() < ROUNDS) {
            try {
                var leader = scene.new Leader(name, database);
                if (leader.leads()) {
                    terms.incrementAndGet();
                    do {
                        rounds.incrementAndGet();
                    } while (rounds.get() < ROUNDS && leader.goesOn());
                }
            } catch (DatabaseUnavailable | TermOver e) {
                pause(Duration.ofMillis(20));
            }
        }
    }

    /** Its connections fail or come late, or have done their work and say that they have not. */
    private static DataSource unsteady(DataSource source) {
        return (DataSource)
                Proxy.newProxyInstance(
                        MarksUnderFaultsIT.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> {
                            int luck = ThreadLocalRandom.current().nextInt(200);
                            if (luck == 0) {
                                throw new SQLException("cut", "08006");
                            } else if (luck == 1) {
                                late();
                            } else if (luck == 2) {
                                return ending(source.getConnection(), MarksUnderFaultsIT::deaf);
                            } else if (luck == 3) {
                                return ending(source.getConnection(), MarksUnderFaultsIT::late);
                            }
                            return source.getConnection();
                        });
    }

    @FunctionalInterface
    private interface End {
        void comes() throws SQLException;
    }

    /** A connection whose last answer is lost, or comes late. */
    private static Connection ending(Connection connection, End end) {
        return (Connection)
                Proxy.newProxyInstance(
                        MarksUnderFaultsIT.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            try {
                                var result = method.invoke(connection, arguments);
                                if (method.getName().equals("close")) {
                                    end.comes();
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static void deaf() throws SQLException {
        throw new SQLException("the answer is lost", "08006");
    }

    private static void late() {
        pause(MarkScene.LEASE.multipliedBy(2));
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
