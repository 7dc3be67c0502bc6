package io.milvaion.scheduler.run.inbox;

import io.milvaion.scheduler.ground.persistence.DataRefused;
import java.util.List;

/** Finds the item that makes PostgreSQL refuse a batch, without losing the others. */
public final class Halving {

    /** Writes a batch in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        void write(List<T> batch);
    }

    /** Takes an item that stands alone and is refused. */
    @FunctionalInterface
    public interface Refused<T> {
        void take(T item, DataRefused cause) throws Exception;
    }

    private Halving() {}

    /**
     * Writes a batch; if its data is refused, its halves.
     *
     * @throws DataRefused if the statement is wrong, not the data: that must not cost any item
     */
    public static <T> void write(List<T> batch, Work<T> work, Refused<T> refused) throws Exception {
        try {
            work.write(batch);
        } catch (DataRefused e) {
            if (!isAboutTheData(e)) {
                throw e;
            }
            if (batch.size() == 1) {
                refused.take(batch.get(0), e);
                return;
            }
            int middle = batch.size() / 2;
            write(batch.subList(0, middle), work, refused);
            write(batch.subList(middle, batch.size()), work, refused);
        }
    }

    private static boolean isAboutTheData(DataRefused e) {
        return e.sqlState().startsWith("22") || e.sqlState().startsWith("23");
    }
}
