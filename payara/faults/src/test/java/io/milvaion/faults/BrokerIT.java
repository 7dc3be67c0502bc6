package io.milvaion.faults;

import io.milvaion.faults.cluster.Cluster;
import java.util.concurrent.TimeUnit;

/** Faults of the broker. */
class BrokerIT {

    @Fault(number = 16, name = "broker killed for 10 s", inShortSelection = true)
    void whatWasNotConfirmedIsPublishedAgain(Cluster cluster, Experiment experiment)
            throws Exception {
        experiment.underLoad(
                () -> {
                    cluster.broker().kill();
                    TimeUnit.SECONDS.sleep(10);
                    cluster.broker().start();
                });
    }
}
