package io.milvaion.cli.job;

import io.milvaion.cli.Milvaion;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Request;
import io.milvaion.cli.output.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The other way round. */
@Command(name = "export", description = "Prints what apply takes: YAML, or JSON with -o json.")
public final class ExportCommand implements Runnable {

    @Spec CommandSpec spec;

    @Option(names = "--kind", paramLabel = "KIND", description = "Job or Role; both if absent.")
    String kind;

    @Option(
            names = "--label",
            paramLabel = "LABEL=VALUE",
            description = "Only what has this label.")
    String label;

    @Override
    public void run() {
        var milvaion = Milvaion.of(spec);
        var path = new Query("export").with("kind", kind).with("label", label);
        var json = milvaion.printer().format() == Format.JSON;
        var request =
                new Request("GET", path.toString())
                        .with("Accept", json ? "application/json" : "application/yaml");
        milvaion.terminal().out().println(milvaion.server().send(request).body().stripTrailing());
    }
}
