package io.milvaion.scheduler.state.day;

import io.milvaion.scheduler.ground.persistence.Database;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Makes the partitions of these days right after the migration: a run that is inserted before would
 * go to the default partition and keep its day from getting one.
 */
public class FirstDays implements Integrator {

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        var settings =
                factory.getServiceRegistry()
                        .requireService(ConfigurationService.class)
                        .getSettings();
        var source = (DataSource) settings.get("jakarta.persistence.jtaDataSource");
        Database.over(source)
                .transaction(
                        connection -> {
                            OccurrenceDays.create(connection, LocalDate.now(ZoneOffset.UTC));
                            return null;
                        });
    }

    @Override
    public void disintegrate(
            SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // nothing to undo
    }
}
