package io.milvaion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.faults.cluster.Cluster;
import io.milvaion.faults.host.Firewall;
import io.milvaion.faults.host.Shell;
import io.milvaion.faults.host.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Workers that are cut off. */
class OfflineIT {

    @Fault(
            number = 24,
            name = "worker's local store is full",
            needs = {Tool.FIREWALL})
    void itTakesNoWorkAndLosesNoReport(Cluster cluster, Experiment experiment) throws Exception {
        var worker = cluster.workers().get(experiment.random().nextInt(2));
        var disk = Files.createTempDirectory("milvaion-full-disk");
        Shell.run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=200k,uid=" + worker.uid() + ",gid=" + worker.uid(),
                "tmpfs",
                disk.toString());
        try {
            worker.restart(Map.of("WORKER_LOCAL_STORE_PATH", disk.toString()));
            experiment
                    .allowing(
                            Experiment.Repetition.LOST_ATTEMPT, Experiment.Repetition.SAME_ATTEMPT)
                    .underLoad(
                            () -> {
                                try (var firewall = new Firewall()) {
                                    firewall.drop(worker.uid(), cluster.broker().port());
                                    fill(disk);
                                    TimeUnit.SECONDS.sleep(30);
                                    Files.delete(filler(disk));
                                }
                            });
            assertThat(worker.log()).content().contains("takes no work");
        } finally {
            worker.restart(Map.of());
            Shell.run("umount", disk.toString());
            Files.delete(disk);
        }
    }

    private static Path filler(Path disk) {
        return disk.resolve("filler");
    }

    private static void fill(Path disk) throws IOException {
        try (var file = Files.newOutputStream(filler(disk))) {
            while (true) {
                file.write(new byte[1_024]);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    @Fault(number = 25, name = "offline worker restarted", needs = Tool.FIREWALL)
    void itsReportsOutliveItsRestart(Cluster cluster, Experiment experiment) throws Exception {
        var worker = cluster.workers().get(experiment.random().nextInt(2));
        experiment
                .allowing(Experiment.Repetition.LOST_ATTEMPT, Experiment.Repetition.SAME_ATTEMPT)
                .allowingOverlap()
                .underLoad(
                        () -> {
                            try (var firewall = new Firewall()) {
                                firewall.drop(worker.uid(), cluster.broker().port());
                                firewall.drop(worker.uid(), cluster.redis().port());
                                TimeUnit.SECONDS.sleep(20);
                                experiment.killWorker(worker);
                                worker.launch();
                                TimeUnit.SECONDS.sleep(10);
                            }
                            worker.awaitReady();
                        });
    }
}
