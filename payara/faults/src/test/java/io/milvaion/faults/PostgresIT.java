package io.milvaion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.faults.cluster.Cluster;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Faults of the database. */
class PostgresIT {

    @Fault(number = 13, name = "PostgreSQL crashed", inShortSelection = true)
    void nothingIsSaidToBeStoredThatIsLost(Cluster cluster, Experiment experiment)
            throws Exception {
        try (var writer = new JobWriter(cluster.nodes())) {
            experiment.underLoad(
                    () -> {
                        cluster.postgres().crash();
                        TimeUnit.SECONDS.sleep(Options.SHORT ? 10 : 30);
                        cluster.postgres().start();
                    });
            writer.stop();

            assertThat(writer.stored()).as("stored, else %s", writer.refusals()).isNotEmpty();
            assertThat(experiment.judge().storedJobs()).containsAll(writer.stored());
            assertThat(writer.refusals()).containsOnlyKeys(503);
        }
    }

    @Fault(number = 14, name = "connections to PostgreSQL cut each second")
    void aCutConnectionIsReplaced(Cluster cluster, Experiment experiment) throws Exception {
        experiment.underLoad(
                () -> {
                    var end = Instant.now().plusSeconds(60);
                    while (Instant.now().isBefore(end)) {
                        experiment
                                .judge()
                                .number(
                                        """
                                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                                         where usename = 'milvaion'""");
                        TimeUnit.SECONDS.sleep(1);
                    }
                });
    }

    @Fault(number = 15, name = "no connection to PostgreSQL is left")
    void requestsAreRefusedInTimeAndRunsWait(Cluster cluster, Experiment experiment)
            throws Exception {
        try (var writer = new JobWriter(cluster.nodes())) {
            experiment.underLoad(
                    () -> {
                        var held = new ArrayList<Connection>();
                        try {
                            var end = Instant.now().plusSeconds(60);
                            while (Instant.now().isBefore(end)) {
                                holdAll(cluster, held);
                                TimeUnit.SECONDS.sleep(1);
                            }
                        } finally {
                            for (var connection : held) {
                                connection.close();
                            }
                        }
                    });
            writer.stop();

            assertThat(experiment.judge().storedJobs()).containsAll(writer.stored());
            assertThat(Set.of(503)).containsAll(writer.refusals().keySet());
        }
    }

    /** Takes what is left, also what others have given back since the last time. */
    private static void holdAll(Cluster cluster, List<Connection> held) {
        try {
            while (true) {
                held.add(DriverManager.getConnection(cluster.postgres().jdbcUrl()));
            }
        } catch (SQLException e) {
            // none is left
        }
    }
}
