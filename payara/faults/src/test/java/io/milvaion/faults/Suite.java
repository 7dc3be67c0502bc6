package io.milvaion.faults;

import io.milvaion.faults.cluster.Cluster;
import io.milvaion.faults.host.Firewall;
import io.milvaion.faults.judge.Judge;
import io.milvaion.faults.judge.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** What all faults of one run share: the cluster, started for the first of them, and the report. */
final class Suite implements AutoCloseable {

    private final Report report =
            new Report(Path.of(System.getProperty("faults.report")), Options.SEED);
    private Cluster cluster;
    private Judge judge;
    private boolean failed;

    Suite() {
        System.out.printf(
                "%d jobs due each second, windows of %d s, -Dfaults.seed=%d%n",
                Options.JOBS, Options.WINDOW, Options.SEED);
    }

    Report report() {
        return report;
    }

    /** Every server and member runs when this returns. */
    Cluster wholeCluster() {
        try {
            open();
            cluster.startMissing();
            return cluster;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Experiment experiment(Fault fault, int time) {
        return new Experiment(wholeCluster(), judge, report, fault, time);
    }

    private void open() throws IOException, InterruptedException, SQLException {
        if (failed) {
            throw new IllegalStateException("the cluster could not be started");
        }
        if (cluster == null) {
            failed = true;
            Firewall.removeLeftovers();
            cluster = Cluster.start();
            judge = new Judge(cluster.postgres().adminUrl(), cluster.ledger().jdbcUrl());
            failed = false;
        }
    }

    @Override
    public void close() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }
}
