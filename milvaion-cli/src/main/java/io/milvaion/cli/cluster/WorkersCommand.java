package io.milvaion.cli.cluster;

import io.milvaion.cli.Milvaion;
import io.milvaion.cli.Paging;
import io.milvaion.cli.http.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Who does the work. */
@Command(name = "workers", description = "Lists worker instances.")
public final class WorkersCommand implements Runnable {

    @Spec CommandSpec spec;
    @Mixin Paging paging;

    @Override
    public void run() {
        var milvaion = Milvaion.of(spec);
        milvaion.printer()
                .list(
                        paging.of(milvaion.server(), new Query("workers")),
                        "instanceId",
                        "workerGroup",
                        "alive",
                        "runningJobs",
                        "maxParallelJobs",
                        "version",
                        "lastSeenAt");
    }
}
