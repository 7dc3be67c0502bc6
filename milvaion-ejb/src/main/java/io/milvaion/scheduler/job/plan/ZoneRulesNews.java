package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.time.zone.ZoneRulesVersion;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.time.Clock;

/** Says in the log of a node that starts by which time zone rules it plans. */
@Singleton
@Startup
public class ZoneRulesNews {

    private static final System.Logger LOG = System.getLogger(ZoneRulesNews.class.getName());

    @PostConstruct
    void tell() {
        var rules = ZoneRulesVersion.INSTALLED;
        LOG.log(System.Logger.Level.INFO, "jobs are planned by time zone rules {0}", rules);
        rules.warning(Clock.systemUTC().instant())
                .ifPresent(warning -> LOG.log(System.Logger.Level.WARNING, warning));
    }
}
