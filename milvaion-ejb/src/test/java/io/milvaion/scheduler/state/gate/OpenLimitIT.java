package io.milvaion.scheduler.state.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.service.Services;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenLimitIT {

    @ParameterizedTest
    @CsvSource({"SKIP,,1", "QUEUE,,1", "PARALLEL,,", "PARALLEL,1,1", "PARALLEL,3,3", "QUEUE,3,1"})
    void thePolicyLimitsOpenRuns(OverlapPolicy policy, Integer maxConcurrent, Integer openLimit) {
        var limit =
                Services.database()
                        .transaction(
                                connection ->
                                        Sql.of(
                                                        """
                                                        insert into jobs (id, display_name, job_type,
                                                                          concurrency_policy, max_concurrent)
                                                        values (:id, 'a job', 'noop', :policy, :max)
                                                        returning open_limit""")
                                                .with("id", UUID.randomUUID())
                                                .with("policy", policy.code())
                                                .with("max", maxConcurrent)
                                                .one(connection, row -> row.integer("open_limit")));

        assertThat(limit).isEqualTo(openLimit);
    }
}
