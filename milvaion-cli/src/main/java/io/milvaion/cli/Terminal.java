package io.milvaion.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;

/**
 * What a command reads and writes.
 *
 * @param console null where nobody sits at it
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        BufferedReader in,
        Map<String, String> environment,
        Console console) {

    static Terminal ofProcess() {
        return new Terminal(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                System.getenv(),
                System.console());
    }

    /** Null if the variable is missing or empty. */
    public String variable(String name) {
        var value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Asks without showing what is typed; without a console it is a line of the input. */
    public String secret(CommandLine.Model.CommandSpec of, String prompt) {
        if (console != null) {
            var typed = console.readPassword("%s: ", prompt);
            return typed == null ? "" : new String(typed);
        }
        try {
            var line = in.readLine();
            if (line == null) {
                throw new CommandLine.ParameterException(
                        of.commandLine(), prompt + ": nothing came on the standard input.");
            }
            return line;
        } catch (IOException e) {
            throw new CommandLine.ParameterException(of.commandLine(), prompt + ": " + e);
        }
    }
}
