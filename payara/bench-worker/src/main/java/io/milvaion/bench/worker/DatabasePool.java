package io.milvaion.bench.worker;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * Declares the pool of connections of {@link GuideInsertJob}, which are opened when it first runs:
 * one for each run at once. The server looks for such declarations at enterprise beans; this bean
 * does nothing else.
 */
@DataSourceDefinition(
        name = DatabasePool.JNDI_NAME,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=milvaion.datasource.url}",
        user = "${MPCONFIG=milvaion.datasource.user}",
        password = "${MPCONFIG=milvaion.datasource.password}",
        minPoolSize = 0,
        initialPoolSize = 0,
        maxPoolSize = 20)
@Singleton
public class DatabasePool {

    static final String JNDI_NAME = "java:app/jdbc/bench";
}
