package io.milvaion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.faults.cluster.Cluster;
import java.util.concurrent.TimeUnit;

/** Faults of the database. */
class PostgresIT {

    @Fault(number = 13, name = "PostgreSQL crashed for 10 s", inShortSelection = true)
    void nothingIsSaidToBeStoredThatIsLost(Cluster cluster, Experiment experiment)
            throws Exception {
        try (var writer = new JobWriter(cluster.nodes())) {
            experiment.underLoad(
                    () -> {
                        cluster.postgres().crash();
                        TimeUnit.SECONDS.sleep(10);
                        cluster.postgres().start();
                    });
            writer.stop();

            assertThat(writer.stored()).isNotEmpty();
            assertThat(experiment.judge().storedJobs()).containsAll(writer.stored());
            assertThat(writer.refusals()).containsOnly(503);
        }
    }
}
