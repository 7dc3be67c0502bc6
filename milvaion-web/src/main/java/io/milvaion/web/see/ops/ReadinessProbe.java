package io.milvaion.web.see.ops;

import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Report;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.time.zone.Zones;
import io.milvaion.web.ground.access.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready is whoever can answer requests: deployed, migrated, and PostgreSQL has answered lately.
 * Everything else that does not work is listed as degraded, so that people still reach the page
 * that says so. Whether it is ready anybody may know; the rest needs a permission.
 */
@Readiness
@ApplicationScoped
public class ReadinessProbe implements HealthCheck {

    /** PostgreSQL is asked once a second. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    @Inject SystemHealth health;
    @Inject CurrentCaller caller;

    @Override
    public HealthCheckResponse call() {
        var answer =
                HealthCheckResponse.named("milvaion")
                        .status(health.works(SystemHealth.POSTGRESQL, SILENCE));
        if (mayReadDetails()) {
            details(answer);
        }
        return answer.build();
    }

    /** The server answers before it lets requests into the application: then nobody is known. */
    private boolean mayReadDetails() {
        try {
            return caller.find().filter(c -> c.may(Permission.SYSTEM_READ)).isPresent();
        } catch (ContextNotActiveException e) {
            return false;
        }
    }

    private void details(HealthCheckResponseBuilder answer) {
        var reports = health.reports();
        reports.forEach((component, report) -> answer.withData(component, text(report)));
        answer.withData("zoneRules", zoneRules())
                .withData("zoneRulesSource", Zones.current().place())
                .withData(
                        "degraded",
                        reports.values().stream().anyMatch(r -> r.status() != Status.UP));
    }

    /** Old rules are no reason to keep requests away: the data says so, the status does not. */
    private static String zoneRules() {
        var rules = Zones.current().version();
        return rules.warning(Clock.systemUTC().instant())
                .map(warning -> rules + ": " + warning)
                .orElse(rules.toString());
    }

    private static String text(Report report) {
        var status = report.status().name().toLowerCase(Locale.ROOT);
        return report.detail().isEmpty() ? status : status + ": " + report.detail();
    }
}
