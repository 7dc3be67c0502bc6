package io.milvaion.cli;

import io.milvaion.cli.http.Body;
import io.milvaion.cli.http.Request;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For what has no command of its own. */
@Command(
        name = "request",
        description = "Sends any request of the REST interface and prints the answer.")
final class RequestCommand implements Runnable {

    @Spec CommandSpec spec;

    @Parameters(paramLabel = "METHOD", description = "GET, POST, PUT, PATCH or DELETE.")
    String method;

    @Parameters(paramLabel = "PATH", description = "Below /api/v1, with its query: jobs?limit=5.")
    String path;

    @Option(
            names = {"-d", "--data"},
            paramLabel = "JSON|@FILE|-",
            description = "The body.")
    String data;

    @Override
    public void run() {
        var milvaion = Milvaion.of(spec);
        var request = new Request(method.toUpperCase(Locale.ROOT), path);
        if (data != null) {
            request = request.with(Body.json(Body.given(data, milvaion.terminal())));
        }
        milvaion.printer().any(milvaion.server().send(request).json());
    }
}
