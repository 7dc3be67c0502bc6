package io.milvaion.worker.runtime.instance;

import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.redis.Redis;

/** What a worker talks to; it closes none of these. */
public record WorkerConnections(Redis redis, BrokerLink consuming, BrokerLink publishing) {}
