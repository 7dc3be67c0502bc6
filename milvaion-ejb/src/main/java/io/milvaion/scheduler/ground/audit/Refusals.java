package io.milvaion.scheduler.ground.audit;

import io.milvaion.platform.log.QuietLog;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Records what came to nothing, in a transaction of its own. What somebody repeats within a minute
 * is counted after the first few, so that nobody fills the disk. Safe to share.
 */
@ApplicationScoped
public class Refusals {

    private static final QuietLog QUIET = QuietLog.of(Refusals.class);

    private final Repetitions repetitions = new Repetitions();
    private Database database;

    protected Refusals() {} // for the container's proxy

    @Inject
    public Refusals(Database database) {
        this.database = database;
    }

    /** Records what {@link Acting#now} has tried. Never fails. */
    public void record(Deed deed) {
        record(Acting.now(), deed);
    }

    private void record(Actor actor, Deed deed) {
        Acting.noteRecord();
        if (repetitions.isToWrite(actor, deed)) {
            write(List.of(new Repetitions.Counted(actor, deed)));
        }
    }

    /** Writes what was only counted, when its minute is over. */
    void flush() {
        write(repetitions.ended());
    }

    private void write(List<Repetitions.Counted> all) {
        if (all.isEmpty()) {
            return;
        }
        try {
            database.transaction(
                    connection -> {
                        for (var one : all) {
                            Audit.record(connection, one.actor(), one.deed());
                        }
                        return null;
                    });
        } catch (DatabaseUnavailable e) {
            QUIET.log(System.Logger.Level.WARNING, "refusals are not recorded: {0}", e);
        }
    }
}
