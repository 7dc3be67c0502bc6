package io.milvaion.scheduler.ground.persistence;

import io.milvaion.platform.config.DatabaseSource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * Declares the pool of connections. In an EJB module the server looks for such declarations at
 * enterprise beans only; this bean does nothing else.
 */
@DataSourceDefinition(
        name = Database.JNDI_NAME,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=" + DatabaseSource.URL + "}",
        user = "${MPCONFIG=" + DatabaseSource.USER + "}",
        password = "${MPCONFIG=" + DatabaseSource.PASSWORD + "}",
        minPoolSize = 2,
        maxPoolSize = DatabasePool.MOST_CONNECTIONS,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname="
                    + "org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.max-wait-time-in-millis=5000"
        })
@Singleton
public class DatabasePool {

    /** Connections of one node to PostgreSQL. */
    public static final int MOST_CONNECTIONS = 24;
}
