package io.milvaion.cli.cluster;

import io.milvaion.cli.ExitCode;
import io.milvaion.cli.Milvaion;
import io.milvaion.cli.http.Body;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at everything between here and a running job. */
@Command(
        name = "doctor",
        description =
                "Checks the way to the server, the key, the clocks, the nodes and the workers, and says"
                        + " what to change; 1 if something is wrong.")
public final class DoctorCommand implements Callable<Integer> {

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        var milvaion = Milvaion.of(spec);
        var found = new Examination(milvaion.server()).findings();
        milvaion.printer()
                .list(
                        found.stream()
                                .map(
                                        each ->
                                                Body.object()
                                                        .put("check", each.check())
                                                        .put("ok", each.ok())
                                                        .put("detail", each.detail())),
                        "check",
                        "ok",
                        "detail");
        return found.stream().allMatch(Examination.Finding::ok) ? ExitCode.DONE : ExitCode.FAILED;
    }
}
