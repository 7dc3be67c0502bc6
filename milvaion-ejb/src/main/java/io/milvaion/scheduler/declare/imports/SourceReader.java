package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.List;

/** Reads one format. */
interface SourceReader {

    /**
     * @throws InvalidInput if it is not of this format as a whole
     */
    List<SourceEntry> read(SourceInput input);
}
