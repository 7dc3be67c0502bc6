package io.milvaion.scheduler.declare.imports;

/** How Quartz names jobs and triggers. */
record QuartzKey(String group, String name) {

    private static final String USUAL_GROUP = "DEFAULT";

    /**
     * @param what {@code job} or {@code trigger}: the beginning of the columns
     */
    static QuartzKey of(StoredRow row, String what) {
        return new QuartzKey(row.text(what + "_group"), row.text(what + "_name"));
    }

    @Override
    public String toString() {
        return group.isEmpty() || group.equals(USUAL_GROUP) ? name : group + "." + name;
    }
}
