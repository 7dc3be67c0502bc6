package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Numbers in job data arrive as they were written, whatever a double or a decimal makes of them.
 */
@ExtendWith(ArquillianExtension.class)
class ExactNumbersIT {

    private static final String NUMBERS =
            "[1e-400,0.123456789012345678901234567890,2.50,1E+2,-0,"
                    + "1234567890123456789012345678901234567890,1e400,-0.0,100.000,1.0e-0]";
    private static final String DATA = "{\"numbers\":" + NUMBERS + "}";

    @ArquillianResource URL root;
    private Milvaion milvaion;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
    }

    @AfterEach
    void deleteJobs() {
        milvaion.close();
    }

    @Test
    void theJobGetsWhatWasGivenAndPeopleReadIt() {
        var id = milvaion.create(echo());

        assertThat(read("api/v1/jobs/" + id)).contains("\"jobData\":" + DATA);
        var run = milvaion.trigger(id);
        var ended = milvaion.awaitState(run, "completed");

        assertThat(ended.get("result").textValue()).isEqualTo(DATA);
    }

    @Test
    void versionsAndTheirDifferenceShowWhatWasGiven() {
        var id = milvaion.create(echo());
        var patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("jobData").putRawValue("more", new RawValue("3.10e+07"));

        milvaion.change(id, patch);

        var after = DATA.replace("]}", "],\"more\":3.10e+07}");
        assertThat(read("api/v1/jobs/" + id)).contains("\"jobData\":" + after);
        assertThat(read("api/v1/jobs/" + id + "/versions/1")).contains("\"jobData\":" + DATA);
        assertThat(read("api/v1/jobs/" + id + "/versions/2")).contains("\"jobData\":" + after);
        assertThat(read("api/v1/jobs/" + id + "/versions/1/diff?to=2"))
                .contains("\"from\":" + DATA)
                .contains("\"to\":" + after);
        milvaion.rest().post("api/v1/jobs/" + id + "/versions/1/restore", null).expect(200);
        assertThat(read("api/v1/jobs/" + id)).contains("\"jobData\":" + DATA);
    }

    @Test
    void dataOfOneRunArriveAsTheyWereGiven() {
        var id = milvaion.create(job("echo"));
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("data").putRawValue("numbers", new RawValue(NUMBERS));

        var run =
                milvaion.rest()
                        .post("api/v1/jobs/" + id + "/trigger", body)
                        .expect(202)
                        .json()
                        .get("occurrenceId")
                        .textValue();

        assertThat(milvaion.awaitState(run, "completed").get("result").textValue()).isEqualTo(DATA);
        assertThat(read("api/v1/occurrences/" + run)).contains("\"data\":" + DATA);
    }

    private static NewJob echo() {
        return job("echo").data("numbers", new RawValue(NUMBERS));
    }

    private String read(String path) {
        return milvaion.rest().get(path).expect(200).body();
    }
}
