package io.milvaion.scheduler.ground.loop;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

/**
 * Starts all loops with the application and stops them before it goes. An EJB, since CDI's own
 * start event comes before the container's resources can be injected.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LoopsStart {

    @Inject Loops loops;
    @Resource ManagedThreadFactory threads;

    @PostConstruct
    void start() {
        boolean started = false;
        try {
            loops.start(threads);
            started = true;
        } finally {
            if (!started) {
                loops.stop();
            }
        }
    }

    @PreDestroy
    void stop() {
        loops.stop();
    }
}
