package io.milvaion.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** What is said of a command that is not written as it should be: a line, and where to look. */
final class Usage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException thrown, String[] arguments) {
        var command = thrown.getCommandLine();
        command.getErr().println(thrown.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(thrown, command.getErr())) {
            command.getErr()
                    .println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        }
        return ExitCode.USAGE;
    }

    /** The root's help has the exit codes; that of each command would be as long. */
    static void shorten(CommandLine command) {
        for (var each : command.getSubcommands().values()) {
            each.getCommandSpec().usageMessage().exitCodeListHeading("").exitCodeList(Map.of());
            shorten(each);
        }
    }
}
