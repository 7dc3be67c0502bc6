package io.milvaion.launcher;

/** What Payara Micro is told beyond its command line. */
final class BootCommands {

    /** It listens on every address otherwise. */
    static final String BEFORE =
            "set configs.config.server-config.network-config.network-listeners"
                    + ".network-listener.http-listener.address=127.0.0.1\n";

    /** The application serves {@code /metrics} itself. */
    static final String AFTER = "set-metrics-configuration --endpoint=mp-metrics --dynamic=false\n";

    private BootCommands() {}
}
