package io.milvaion.scheduler.ground.persistence;

import io.milvaion.platform.log.QuietFilter;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/**
 * While PostgreSQL is away the server's pool writes three lines for each connection that is asked
 * for, and Hibernate two more: once a minute each is enough.
 */
@ApplicationScoped
class PoolLog {

    private static final String POOL = "javax.enterprise.resource.resourceadapter";

    private QuietFilter quiet;

    @PostConstruct
    void begin() {
        quiet =
                QuietFilter.on(
                        POOL,
                        POOL + ".com.sun.enterprise.connectors",
                        POOL + ".com.sun.enterprise.resource",
                        POOL + ".com.sun.enterprise.resource.allocator",
                        POOL + ".com.sun.enterprise.resource.pool",
                        POOL + ".com.sun.gjc.spi",
                        POOL + ".org.glassfish.resourcebase.resources",
                        "org.hibernate.engine.jdbc.spi.SqlExceptionHelper");
    }

    /** Makes the container create this bean when the application starts. */
    void on(@Observes @Initialized(ApplicationScoped.class) Object start) {}

    @PreDestroy
    void end() {
        quiet.close();
    }
}
