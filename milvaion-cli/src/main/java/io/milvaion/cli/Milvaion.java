package io.milvaion.cli;

import io.milvaion.cli.context.Config;
import io.milvaion.cli.context.ConfigFile;
import io.milvaion.cli.context.Target;
import io.milvaion.cli.http.Server;
import io.milvaion.cli.output.Format;
import io.milvaion.cli.output.Printer;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself: what all its commands share. */
@Command(
        name = "milvaion",
        description = "Schedules jobs, shows their runs and puts right what failed.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused, or a run that was waited for ended badly",
            "2:the command is not written as it should be",
            "3:not logged in, or not permitted",
            "4:not found",
            "5:changed by somebody else meanwhile",
            "6:no server answers, or not now"
        })
public final class Milvaion {

    @Spec CommandSpec spec;

    @Option(
            names = "--context",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Use this context in place of the chosen one (or MILVAION_CONTEXT).")
    String context;

    @Option(
            names = "--address",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description =
                    "Where the server is, with its path behind a proxy (or MILVAION_ADDRESS, with MILVAION_API_KEY).")
    URI address;

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; table if absent.")
    Format format = Format.TABLE;

    @Option(
            names = "--columns",
            scope = ScopeType.INHERIT,
            split = ",",
            paramLabel = "NAME",
            description =
                    "Columns of the table: members of the answer, as in displayName,nextRunAt.")
    List<String> columns;

    private final Terminal terminal;

    Milvaion(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The one that a command belongs to. */
    public static Milvaion of(CommandSpec command) {
        return (Milvaion) command.root().userObject();
    }

    public Terminal terminal() {
        return terminal;
    }

    public ConfigFile configFile() {
        return ConfigFile.of(terminal);
    }

    /** What is asked, as whom. */
    public Target target() {
        return Target.of(terminal, configFile().read(), context, address);
    }

    /** Name of the context that is used; null if there is none. */
    public String contextName(Config config) {
        return Target.contextName(terminal, config, context);
    }

    public Server server() {
        return target().server();
    }

    public Printer printer() {
        return new Printer(terminal.out(), format, columns);
    }
}
