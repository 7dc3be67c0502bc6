package io.milvaion.faults.worker;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * Takes its time and says so in the ledger. Data: {@code {"millis": 1000}}; none are 0
 * milliseconds.
 */
@JobConsumer
class LedgerJob implements Job { // job type "ledger"

    record Data(Long millis) {}

    @Inject Ledger ledger;

    @Override
    public JobResult execute(JobContext context) throws SQLException, InterruptedException {
        var millis = context.data(Data.class).millis();
        var execution = ledger.began(context);
        try {
            TimeUnit.MILLISECONDS.sleep(millis == null ? 0 : millis);
        } catch (InterruptedException e) {
            ledger.stopped(execution, context.cancelled());
            throw e;
        }
        ledger.ended(execution);
        return JobResult.of("execution " + execution);
    }
}
