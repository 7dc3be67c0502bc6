package io.milvaion.platform.amqp;

import io.milvaion.platform.config.SettingsReader;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The connections of this application to the broker: one that publishes and one that consumes, so
 * that a publisher which the broker holds back never holds back acknowledgements.
 */
@ApplicationScoped
public class Broker {

    @Resource ManagedThreadFactory threads;

    private BrokerLink publishing;
    private BrokerLink consuming;

    @PostConstruct
    void open() {
        var settings = BrokerSettings.from(SettingsReader.ofApplication());
        publishing = new BrokerLink(settings, "milvaion publishing", threads);
        consuming = new BrokerLink(settings, "milvaion consuming", threads);
    }

    public BrokerLink publishing() {
        return publishing;
    }

    public BrokerLink consuming() {
        return consuming;
    }

    @PreDestroy
    void close() {
        consuming.close();
        publishing.close();
    }
}
