package io.milvaion.bench.raw;

import java.util.List;

/**
 * What was popped and opened together.
 *
 * @param deadline identifies its lease in Redis
 */
record RawBatch(String deadline, List<RawRun> runs) {}
