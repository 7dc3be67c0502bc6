package io.milvaion.cli.context;

import io.milvaion.cli.Milvaion;
import io.milvaion.cli.Mistake;
import io.milvaion.cli.http.Refused;
import io.milvaion.cli.http.Request;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends what a login began. */
@Command(
        name = "logout",
        description = "Revokes the key that the login made, and forgets the context.")
public final class LogoutCommand implements Runnable {

    @Spec CommandSpec spec;

    @Override
    public void run() {
        var milvaion = Milvaion.of(spec);
        var file = milvaion.configFile();
        var config = file.read();
        var name = milvaion.contextName(config);
        var context = name == null ? null : config.contexts().get(name);
        if (context == null) {
            throw new Mistake("Nobody has logged in here.");
        }
        if (context.keyId() != null) {
            revoke(milvaion, context);
        }
        file.write(config.without(name));
        milvaion.terminal().out().println("Logged out of " + context.address() + ".");
    }

    private static void revoke(Milvaion milvaion, Context context) {
        var key = new Target(context.address(), context.apiKey(), path(context));
        try {
            key.server().send(new Request("DELETE", "api-keys/" + context.keyId()));
        } catch (Refused e) {
            if (e.status() != 401 && e.status() != 404) { // then it has ended by itself
                throw e;
            }
            milvaion.terminal().err().println("The key had ended already.");
        }
    }

    private static Path path(Context context) {
        return context.caFile() == null ? null : Path.of(context.caFile());
    }
}
