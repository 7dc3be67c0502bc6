package io.milvaion.cli.context;

import io.milvaion.cli.Milvaion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what the server sees. */
@Command(name = "whoami", description = "Tells as whom one is known and what one may do.")
public final class WhoAmICommand implements Runnable {

    @Spec CommandSpec spec;

    @Override
    public void run() {
        var milvaion = Milvaion.of(spec);
        milvaion.printer().one(milvaion.server().get("auth/me").json());
    }
}
