package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronFields;
import io.milvaion.scheduler.time.cron.InvalidCron;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** How the text of an expression is read. The same text means other instants in another one. */
public enum CronDialect {
    /** Our own: 5 or 6 fields, both fields of days must match, {@code L}, {@code W}, {@code H}. */
    MILVAION("Milvaion", new MilvaionDialect()),
    /** Vixie's cron, as Debian has it: 5 fields, either field of days is enough. */
    UNIX("cron of Unix", new UnixDialect()),
    /** Quartz: 6 or 7 fields, Sunday is 1, one of the fields of days is {@code ?}. */
    QUARTZ("Quartz", new QuartzDialect()),
    /** Spring's {@code CronExpression}: 6 fields. */
    SPRING("Spring", new SpringDialect()),
    /** CronJobs of Kubernetes, which are robfig/cron v3: 5 fields, either field of days. */
    KUBERNETES("Kubernetes", new KubernetesDialect()),
    /** {@code OnCalendar} of systemd. */
    SYSTEMD("systemd", new SystemdDialect());

    private static final int MAX_LENGTH = 255;

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // dialects have no state
    private final Dialect dialect;

    CronDialect(String title, Dialect dialect) {
        this.title = title;
        this.dialect = dialect;
    }

    /**
     * @param job the id by which {@code H} chooses its values; null for an example
     * @throws InvalidCron naming the first field that is wrong
     */
    public CronFields read(String expression, UUID job) {
        return dialect.read(text(expression), job);
    }

    /**
     * The name of the time zone that the text itself has, which may be none: that of the job must
     * be the same.
     */
    public Optional<String> zoneIn(String expression) {
        return dialect.zoneIn(text(expression));
    }

    /** Whether the id of the job decides about the instants. */
    public boolean dependsOnJob(String expression) {
        return dialect.dependsOnJob(expression);
    }

    private static String text(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw new InvalidCron(
                    InvalidCron.EXPRESSION,
                    "The expression is longer than " + MAX_LENGTH + " characters.");
        }
        return expression.strip();
    }

    /** Its name in sentences. */
    public String title() {
        return title;
    }

    /** The constant of this name in lower case, as it is stored; empty for any other text. */
    public static Optional<CronDialect> parse(String word) {
        return Arrays.stream(values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
