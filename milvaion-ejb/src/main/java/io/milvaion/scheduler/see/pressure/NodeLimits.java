package io.milvaion.scheduler.see.pressure;

import io.milvaion.scheduler.see.figure.Machine;
import io.milvaion.scheduler.see.figure.NodeSeen;
import io.milvaion.scheduler.see.pressure.LimitUse.Resource;
import java.util.stream.Stream;

/** What the process of one node has. */
final class NodeLimits {

    private NodeLimits() {}

    static Stream<LimitUse> of(NodeSeen node) {
        var has = node.figures().machine();
        return Stream.of(
                LimitUse.of(
                        Resource.OPEN_FILES,
                        node.id(),
                        has.openFiles(),
                        has.maxFiles(),
                        null,
                        "Files and connections; raise it with ulimit -n or LimitNOFILE."),
                LimitUse.of(
                        Resource.HEAP_BYTES,
                        node.id(),
                        has.heapUsedBytes(),
                        has.heapMaxBytes(),
                        null,
                        "Used also by what the next collection removes; raise it with -Xmx."),
                LimitUse.of(
                        Resource.DISK_BYTES,
                        node.id(),
                        usedDisk(has),
                        has.diskBytes(),
                        null,
                        "Where the node was started."));
    }

    private static Long usedDisk(Machine has) {
        return has.diskBytes() == null || has.diskFreeBytes() == null
                ? null
                : (Long) (has.diskBytes() - has.diskFreeBytes());
    }
}
