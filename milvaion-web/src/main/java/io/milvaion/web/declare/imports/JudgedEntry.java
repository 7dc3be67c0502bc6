package io.milvaion.web.declare.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.declare.imports.Comparison;
import io.milvaion.scheduler.declare.imports.SourceEntry;
import java.util.List;

/**
 * An entry that was looked at.
 *
 * @param name of its document
 * @param job with what the request says of all
 * @param errors why it cannot be taken over; empty if it can
 * @param runs null if they cannot be told
 */
record JudgedEntry(
        SourceEntry entry, String name, ObjectNode job, List<String> errors, Comparison runs) {

    boolean isRight() {
        return errors.isEmpty();
    }
}
