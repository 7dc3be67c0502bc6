package io.milvaion.scheduler.job.calendar;

import io.milvaion.platform.config.KnownProtectionSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.almanac.CalendarRows;
import io.milvaion.scheduler.time.ical.Ical;
import io.milvaion.scheduler.time.ical.InvalidIcal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/**
 * Reads the iCalendar files of calendars that have an address: each hour, after a failure in five
 * minutes. What was read last counts until something else was.
 */
@ApplicationScoped
class IcalRefresh {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject Database database;
    @Inject Calendars calendars;

    private record Due(String name, String url, String before) {}

    /** Reads one that is due; another node takes another one. */
    void readNext() {
        database.transaction(IcalRefresh::claim).ifPresent(this::read);
    }

    private static Optional<Due> claim(Connection connection) throws SQLException {
        return Sql.of(
                        """
                        update calendars set ical_due_at = now() + interval '1 hour'
                         where name = (select name from calendars
                                        where definition ? 'icalUrl' and ical_due_at <= now()
                                        order by ical_due_at limit 1 for update skip locked)
                        returning name, definition ->> 'icalUrl' as url, ical""")
                .first(
                        connection,
                        row -> new Due(row.text("name"), row.text("url"), row.text("ical")));
    }

    private void read(Due due) {
        try {
            var text = download().read(due.url());
            Ical.parse(text);
            if (text.equals(due.before())) {
                done(due.name());
            } else {
                calendars.ical(due.name(), text);
            }
        } catch (IOException | InvalidIcal e) {
            failed(due.name(), e.getMessage());
        }
    }

    private static IcalDownload download() {
        var allowed =
                SettingsReader.ofApplication()
                        .given(KnownProtectionSettings.CALENDARS_ALLOWED_HOSTS)
                        .orElse(Set.of());
        return new IcalDownload(allowed, (SSLSocketFactory) SSLSocketFactory.getDefault(), LIMIT);
    }

    private void done(String name) {
        database.autocommit(
                connection -> {
                    CalendarRows.icalRead(connection, name);
                    return null;
                });
    }

    private void failed(String name, String why) {
        database.autocommit(
                connection -> {
                    CalendarRows.icalFailed(connection, name, why);
                    return null;
                });
    }
}
