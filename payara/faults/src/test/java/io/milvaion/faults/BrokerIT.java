package io.milvaion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.faults.cluster.Cluster;
import java.util.concurrent.TimeUnit;

/** Faults of the broker. */
class BrokerIT {

    @Fault(number = 16, name = "broker killed", inShortSelection = true)
    void whatWasNotConfirmedIsPublishedAgain(Cluster cluster, Experiment experiment)
            throws Exception {
        experiment.underLoad(
                () -> {
                    cluster.broker().kill();
                    TimeUnit.SECONDS.sleep(Options.SHORT ? 10 : 30);
                    cluster.broker().start();
                });
    }

    @Fault(number = 17, name = "broker loses the messages that wait")
    void aRunWhoseMessageIsLostIsPublishedAgain(Cluster cluster, Experiment experiment)
            throws Exception {
        experiment.underLoad(
                () -> {
                    for (var worker : cluster.workers()) {
                        worker.pause();
                    }
                    try {
                        TimeUnit.SECONDS.sleep(12);
                        var purged = cluster.broker().ctl("purge_queue", "jobs.ledger.wildcard");
                        System.out.println(purged);
                    } finally {
                        for (var worker : cluster.workers()) {
                            worker.resume();
                        }
                    }
                });
    }

    @Fault(number = 18, name = "broker blocks publishers")
    void aBlockedBrokerIsWaitedForAndNamed(Cluster cluster, Experiment experiment)
            throws Exception {
        long before = experiment.judge().leader().term();

        experiment.underLoad(
                () -> {
                    cluster.broker().ctl("set_vm_memory_high_watermark", "0.00001");
                    try {
                        TimeUnit.SECONDS.sleep(30);
                        // The broker tells only those who publish.
                        assertThat(experiment.leader().health().body())
                                .contains("it takes no messages now");
                        TimeUnit.SECONDS.sleep(30);
                    } finally {
                        cluster.broker().ctl("set_vm_memory_high_watermark", "0.4");
                    }
                });

        assertThat(experiment.judge().leader().term()).isEqualTo(before);
    }
}
