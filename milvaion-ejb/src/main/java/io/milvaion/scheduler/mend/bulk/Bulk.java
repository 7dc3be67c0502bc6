package io.milvaion.scheduler.mend.bulk;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.mend.operation.BulkOperation;
import io.milvaion.scheduler.mend.operation.NewOperation;
import io.milvaion.scheduler.mend.operation.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Begins what is done to many, or says what it would be. */
@ApplicationScoped
public class Bulk {

    private static final int SHOWN = 10;

    private Database database;
    private Operations operations;

    protected Bulk() {} // for the container's proxy

    @Inject
    public Bulk(Database database, Operations operations) {
        this.database = database;
        this.operations = operations;
    }

    /**
     * What an operation would be done to now.
     *
     * @param items the first of them
     */
    public record DryRun(long total, List<Selection.Item> items) {}

    public DryRun tryOut(Selection selection) {
        return database.autocommit(
                connection ->
                        new DryRun(
                                selection.count(connection), selection.first(connection, SHOWN)));
    }

    /** Begins one; the leader works on it within seconds. */
    public BulkOperation begin(NewOperation wanted, Selection selection) {
        return operations.create(wanted, selection::insert);
    }
}
