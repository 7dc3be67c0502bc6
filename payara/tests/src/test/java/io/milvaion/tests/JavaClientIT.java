package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.client.ApiException;
import io.milvaion.client.JobsApi;
import io.milvaion.client.JobsApi.CreateJobRequest;
import io.milvaion.client.JobsApi.DeleteJobRequest;
import io.milvaion.client.JobsApi.ReadJobRequest;
import io.milvaion.client.JobsApi.TriggerJobRequest;
import io.milvaion.client.OccurrencesApi;
import io.milvaion.client.OccurrencesApi.ListOccurrencesRequest;
import io.milvaion.client.OccurrencesApi.ReadOccurrenceRequest;
import io.milvaion.client.model.JobInput;
import io.milvaion.client.model.Occurrence;
import io.milvaion.client.model.OccurrenceView;
import io.milvaion.client.model.ScheduleKind;
import io.milvaion.client.model.Trigger;
import io.milvaion.tests.server.Services;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.net.URL;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program that uses the Java client, which is made of the description. */
@ExtendWith(ArquillianExtension.class)
class JavaClientIT {

    @ArquillianResource URL root;
    private JobsApi jobs;
    private OccurrencesApi occurrences;

    @BeforeEach
    void connect() {
        jobs = client(JobsApi.class);
        occurrences = client(OccurrencesApi.class);
    }

    private <T> T client(Class<T> api) {
        ClientRequestFilter login =
                request ->
                        request.getHeaders()
                                .putSingle("Authorization", Services.rootKey().authorization());
        return RestClientBuilder.newBuilder()
                .baseUri(URI.create(root.toString()))
                .register(login)
                .build(api);
    }

    @Test
    void aJobIsCreatedRunReadAndDeleted() throws ApiException {
        var input =
                new JobInput()
                        .displayName("From Java " + UUID.randomUUID())
                        .jobType("noop")
                        .schedule(ScheduleKind.NONE);
        var id = jobs.createJob(CreateJobRequest.newInstance(), input).getId();

        var run =
                jobs.triggerJob(TriggerJobRequest.newInstance().id(id), new Trigger())
                        .getOccurrenceId();
        soon().until(() -> occurrence(run).getEndedAt() != null);
        var listed = occurrences.listOccurrences(ListOccurrencesRequest.newInstance().jobId(id));

        assertThat(listed.getItems()).extracting(Occurrence::getId).containsExactly(run);
        assertThat(occurrence(run).getJobId()).isEqualTo(id);
        jobs.deleteJob(DeleteJobRequest.newInstance().id(id));
        assertThatThrownBy(() -> jobs.readJob(ReadJobRequest.newInstance().id(id)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getResponse().getStatus()).isEqualTo(404));
    }

    private OccurrenceView occurrence(UUID id) throws ApiException {
        return occurrences.readOccurrence(ReadOccurrenceRequest.newInstance().id(id));
    }
}
