package io.milvaion.web.run.missed;

import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.state.missed.MissedRunFilter;
import io.milvaion.web.ground.json.Part;
import io.milvaion.web.ground.json.Query;
import java.util.UUID;

/** Reads which records of the ledger are meant. */
final class MissedRunQuery {

    private MissedRunQuery() {}

    static MissedRunFilter in(
            Query query, Words<MissedReason> reasons, Part<UUID> part, Reach reach) {
        return new MissedRunFilter(
                query.uuid("jobId"),
                query.word("reason", reasons, null),
                query.instant("from"),
                query.instant("to"),
                part.after(),
                part.limit(),
                reach);
    }
}
