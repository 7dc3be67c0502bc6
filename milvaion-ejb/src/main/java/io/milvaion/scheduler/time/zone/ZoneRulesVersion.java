package io.milvaion.scheduler.time.zone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of the time zone database, named by its year and a letter: {@code 2025b}.
 *
 * <p>The name does not say the day. A release counts as made on the first of January for {@code a},
 * of March for {@code b}, two months later for each further letter, of December at the latest.
 */
public record ZoneRulesVersion(String name) {

    /** The one by which this Java calculates; it comes with each update of Java. */
    public static final ZoneRulesVersion INSTALLED =
            new ZoneRulesVersion(ZoneRulesProvider.getVersions("UTC").lastKey());

    private static final Pattern RELEASE = Pattern.compile("([0-9]{4})([a-z])");
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
                                        + " come at the wrong time until its Java is updated.");
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
