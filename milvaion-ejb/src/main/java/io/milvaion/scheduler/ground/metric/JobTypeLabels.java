package io.milvaion.scheduler.ground.metric;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Values of a label for job types: the first 200 by their names, more of them together. */
final class JobTypeLabels {

    private static final int MOST = 200;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    String of(String jobType) {
        if (known.contains(jobType)) {
            return jobType;
        }
        return known.size() < MOST && known.add(jobType) ? jobType : "(other)";
    }
}
