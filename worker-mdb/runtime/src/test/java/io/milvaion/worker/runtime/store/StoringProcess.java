package io.milvaion.worker.runtime.store;

import io.milvaion.worker.runtime.WorkerStatistics;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A process that stores the ends of runs and says which are stored, until it is killed. */
final class StoringProcess {

    private StoringProcess() {}

    public static void main(String[] arguments) {
        var store = new LocalStore(Path.of(arguments[0]), 100 << 20, new WorkerStatistics());
        store.check();
        while (true) {
            var id = UUID.randomUUID();
            if (!store.add(List.of(LocalStoreTest.end(id, "fine")))) {
                throw new IllegalStateException(store.refusal().orElseThrow());
            }
            System.out.println(id);
        }
    }
}
