package io.milvaion.scheduler.mend.reconcile;

/** Describes a member that was removed from a set in Redis. */
final class StrayMember {

    private static final int SHOWN = 100;

    private StrayMember() {}

    static NewRepair made(String set, String member, String what) {
        return NewRepair.of(
                RepairKind.INDEX_STRAY,
                "Redis had %s in %s: %s".formatted(what, set, shown(member)),
                "it was removed");
    }

    /** Anybody may have written it, so it is cut, and what a database refuses is replaced. */
    private static String shown(String member) {
        var text = member.length() > SHOWN ? member.substring(0, SHOWN) + "…" : member;
        return text.codePoints()
                .map(
                        c ->
                                Character.isISOControl(c)
                                                || Character.getType(c) == Character.SURROGATE
                                        ? '?'
                                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
