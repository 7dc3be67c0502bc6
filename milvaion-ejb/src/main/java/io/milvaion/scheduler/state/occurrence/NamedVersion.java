package io.milvaion.scheduler.state.occurrence;

/**
 * The version of a job that a run names, for statements that read the job as {@code j}: what a run
 * does by its definition it does by this one, whatever the job has become since.
 */
public final class NamedVersion {

    /** Its number, after {@link #join}. */
    public static final String NUMBER = "coalesce(v.version, j.version)";

    private NamedVersion() {}

    /**
     * Joins it, unless it is the present one, for which nothing is looked up. If it is not known
     * any more, the next one that is stands for it.
     *
     * @param version its number, or null for the present one
     */
    public static String join(String version) {
        return """
                left join lateral (
                     select n.version, n.definition from job_versions n
                      where n.job_id = j.id and n.version >= %1$s and %1$s < j.version
                      order by n.version limit 1) v on true"""
                .formatted(version);
    }

    /** The text in a column of {@code jobs}, as it was in that version. */
    public static String text(String column) {
        return "case when v.version is null then j.%s else v.definition ->> '%s' end"
                .formatted(column, field(column));
    }

    /** Likewise a whole number. */
    public static String integer(String column) {
        return "case when v.version is null then j.%s else (v.definition ->> '%s')::int end"
                .formatted(column, field(column));
    }

    /** What a column is called in the definition of a version. */
    private static String field(String column) {
        var field = new StringBuilder();
        for (String word : column.split("_")) {
            field.append(field.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)))
                    .append(word, 1, word.length());
        }
        return field.toString();
    }
}
