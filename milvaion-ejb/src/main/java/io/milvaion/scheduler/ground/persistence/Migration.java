package io.milvaion.scheduler.ground.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema up to date before Hibernate validates it: a {@code @Startup} bean would be too
 * late. Nodes that start together wait for each other by Flyway's lock.
 */
public class Migration implements Integrator {

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        var settings =
                factory.getServiceRegistry()
                        .requireService(ConfigurationService.class)
                        .getSettings();
        var source = (DataSource) settings.get("jakarta.persistence.jtaDataSource");
        Flyway.configure(Migration.class.getClassLoader()).dataSource(source).load().migrate();
    }

    @Override
    public void disintegrate(
            SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // nothing to undo
    }
}
