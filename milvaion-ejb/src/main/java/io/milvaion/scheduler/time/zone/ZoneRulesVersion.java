package io.milvaion.scheduler.time.zone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of the time zone database, named by its year and a letter: {@code 2025b}.
 *
 * <p>The name does not say the day. A release counts as made on the first of January for {@code a},
 * of March for {@code b}, two months later for each further letter, of December at the latest.
 * Releases of a year follow each other by the letter, and {@code za} follows {@code z}. A name of
 * another form is older than all of them.
 */
public record ZoneRulesVersion(String name) implements Comparable<ZoneRulesVersion> {

    private static final Pattern RELEASE = Pattern.compile("([0-9]{4})(z*[a-y]|z+)");
    private static final Comparator<ZoneRulesVersion> BY_AGE =
            Comparator.comparing(ZoneRulesVersion::isRelease)
                    .thenComparing(version -> version.name());
    private static final int MOST_MONTHS = 9;

    /** A sentence if it is older than 9 months; empty also if its name does not tell. */
    public Optional<String> warning(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return madeAbout()
                .filter(made -> made.plusMonths(MOST_MONTHS).isBefore(today))
                .map(
                        made ->
                                "The time zone rules of this node, "
                                        + name
                                        + ", are older than "
                                        + MOST_MONTHS
                                        + " months: runs in zones whose rules have changed since"
                                        + " come at the wrong time until its tzdata or its Java is"
                                        + " updated.");
    }

    public boolean isNewerThan(ZoneRulesVersion other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(ZoneRulesVersion other) {
        return BY_AGE.compare(this, other);
    }

    private boolean isRelease() {
        return RELEASE.matcher(name).matches();
    }

    private Optional<LocalDate> madeAbout() {
        Matcher release = RELEASE.matcher(name);
        if (!release.matches()) {
            return Optional.empty();
        }
        int month = Math.min(1 + 2 * (release.group(2).charAt(0) - 'a'), 12);
        return Optional.of(LocalDate.of(Integer.parseInt(release.group(1)), month, 1));
    }

    @Override
    public String toString() {
        return name;
    }
}
