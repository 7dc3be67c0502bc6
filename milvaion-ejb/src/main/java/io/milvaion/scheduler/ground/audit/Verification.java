package io.milvaion.scheduler.ground.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What looking at a part of the chain has given.
 *
 * @param intact whether there is no fault in it
 * @param from number of the first entry that was looked at
 * @param to number of the last one
 * @param next where to go on; null at the end of what was asked for
 * @param begin the last entry that was dropped because of its age, 0 before the first time
 * @param head the last entry that is sealed
 * @param headHash of it, in hex: whoever keeps it elsewhere notices a chain that was set back
 * @param withoutSecret entries at the beginning that were hashed without {@code milvaion.secret}:
 *     whoever writes into the database could have made them
 * @param faults 100 at most
 */
public record Verification(
        boolean intact,
        long from,
        long to,
        long entries,
        @Nullable Long next,
        long begin,
        long head,
        String headHash,
        long withoutSecret,
        List<Fault> faults) {}
