package io.milvaion.scheduler.ground.audit;

import java.util.UUID;

/**
 * Something that nobody who obeys the rules can have done to the chain.
 *
 * @param number where; of entries that are gone the first
 * @param until the last one of several; else like {@code number}
 * @param id of the entry, or null if it is gone
 */
public record Fault(String kind, long number, long until, UUID id, String detail) {

    static Fault removed(long first, long last) {
        return new Fault("removed", first, last, null, "The entry is gone.");
    }

    static Fault altered(Link link) {
        return of("altered", link, "The entry says something else than when it was written.");
    }

    static Fault misplaced(Link link) {
        return of(
                "misplaced",
                link,
                "The entry was not sealed at this place: it, or one before it, was inserted,"
                        + " replaced or moved.");
    }

    static Fault truncated(long last, long head) {
        return new Fault(
                "truncated", last + 1, head, null, "The end of the chain is gone, or was made up.");
    }

    static Fault mark(ChainMark mark) {
        return new Fault(
                "mark",
                mark.number(),
                mark.number(),
                null,
                "The mark " + mark.name().word() + " was not written by a node.");
    }

    private static Fault of(String kind, Link link, String detail) {
        return new Fault(kind, link.number(), link.number(), link.entry().id(), detail);
    }

    /** An entry at its place. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Link(long number, AuditEntry entry, byte[] digest, byte[] hash) {}
}
