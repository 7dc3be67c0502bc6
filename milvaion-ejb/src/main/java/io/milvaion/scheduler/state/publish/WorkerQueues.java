package io.milvaion.scheduler.state.publish;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import io.milvaion.contract.JobType;
import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.platform.config.SettingsReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collection;

/**
 * Declares the queues of the job types that workers have, before the first run of a type: a worker
 * looks for a queue that is missing every few seconds only, and that run would wait for it.
 */
@ApplicationScoped
public class WorkerQueues {

    private static final System.Logger LOG = System.getLogger(WorkerQueues.class.getName());

    private BrokerLink link;
    private String queueType;

    protected WorkerQueues() {} // for the container's proxy

    @Inject
    public WorkerQueues(Broker broker) {
        this(broker.publishing(), PublishSettings.from(SettingsReader.ofApplication()).queueType());
    }

    WorkerQueues(BrokerLink link, String queueType) {
        this.link = link;
        this.queueType = queueType;
    }

    /**
     * Declares what a worker consumes. When the broker does not answer they are declared at their
     * first use.
     *
     * @param group of the worker, or null
     * @param jobTypes as it says; what cannot be one is left out
     */
    public void require(String group, Collection<String> jobTypes) {
        Channel channel = null;
        try {
            channel = link.openChannel();
            var queues = new JobQueues(channel, queueType);
            for (String jobType : jobTypes) {
                if (isName(jobType)) {
                    queues.require(null, jobType);
                }
                if (isName(jobType) && isName(group)) {
                    queues.require(group, jobType);
                }
            }
        } catch (BrokerUnavailable | IOException | ShutdownSignalException e) {
            LOG.log(System.Logger.Level.DEBUG, "queues are declared at their first use", e);
        } finally {
            if (channel != null) {
                BrokerLink.abort(channel);
            }
        }
    }

    private static boolean isName(String text) {
        return text != null && JobType.FORM.matcher(text).matches();
    }
}
