package io.milvaion.bench.worker;

import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobConsumer;
import io.milvaion.worker.sdk.JobContext;
import io.milvaion.worker.sdk.JobResult;
import jakarta.annotation.Resource;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Inserts a row by a statement that takes 100 ms. A repeated run changes nothing. */
@JobConsumer
class GuideInsertJob implements Job { // job type "guideinsert"

    private static final String INSERT =
            "insert into bench_inserts (occurrence_id) select ? from pg_sleep(0.1)"
                    + " on conflict do nothing";

    @Resource(lookup = DatabasePool.JNDI_NAME)
    DataSource database;

    @Override
    public JobResult execute(JobContext context) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, context.occurrenceId());
            return JobResult.of("inserted " + statement.executeUpdate());
        }
    }
}
