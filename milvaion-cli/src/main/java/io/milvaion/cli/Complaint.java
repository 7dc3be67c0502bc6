package io.milvaion.cli;

import io.milvaion.cli.http.Refused;
import io.milvaion.cli.http.Unreachable;
import io.milvaion.cli.output.Printable;
import picocli.CommandLine;

/** Says in a line or two what went wrong; a stack trace only of what we did not think of. */
record Complaint(Terminal terminal) implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(
            Exception thrown, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (thrown instanceof Refused refused) {
            refused.lines().forEach(line -> terminal.err().println(Printable.of(line)));
        } else if (thrown instanceof Unreachable || thrown instanceof Mistake) {
            terminal.err().println(Printable.of(thrown.getMessage()));
        } else {
            throw thrown;
        }
        return ExitCode.of(thrown);
    }
}
