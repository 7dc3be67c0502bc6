package io.milvaion.faults;

import static io.milvaion.launcher.rest.NewJob.aJob;

import io.milvaion.faults.cluster.Member;
import io.milvaion.launcher.rest.NewJob;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A client that creates a job ten times a second and remembers each answer. */
final class JobWriter implements AutoCloseable {

    private final List<Member> nodes;
    private final Set<UUID> stored = ConcurrentHashMap.newKeySet();
    private final Map<Integer, String> refusals = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::write, "job writer");
    private volatile boolean stopping;

    JobWriter(List<Member> nodes) {
        this.nodes = nodes;
        thread.start();
    }

    /** Jobs that a node said it had stored. */
    Set<UUID> stored() {
        return stored;
    }

    /** All other answers: status codes, 0 for none, with an example of each. */
    Map<Integer, String> refusals() {
        return refusals;
    }

    void stop() throws InterruptedException {
        stopping = true;
        thread.join();
    }

    private void write() {
        for (int number = 0; !stopping; number++) {
            try {
                var answer =
                        nodes.get(number % nodes.size())
                                .api()
                                .send("POST", "api/v1/jobs", job(number).build().toString());
                if (answer.status() == 201) {
                    stored.add(UUID.fromString(answer.json().required("id").textValue()));
                } else {
                    refusals.put(answer.status(), answer.body());
                }
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (IOException e) { // no answer: it may be stored or not
                refusals.put(0, e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static NewJob job(int number) {
        return aJob("ledger")
                .named("written " + number)
                .every("0 0 0 29 2 *")
                .with("active", false);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
