package io.milvaion.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "milvaion " + number(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }

    private static String number() {
        return Objects.requireNonNullElse(
                Version.class.getPackage().getImplementationVersion(), "unpackaged");
    }
}
