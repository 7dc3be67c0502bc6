package io.milvaion.cli;

import io.milvaion.cli.cluster.ClusterCommand;
import io.milvaion.cli.cluster.DoctorCommand;
import io.milvaion.cli.cluster.WorkersCommand;
import io.milvaion.cli.context.ContextCommand;
import io.milvaion.cli.context.LoginCommand;
import io.milvaion.cli.context.LogoutCommand;
import io.milvaion.cli.context.WhoAmICommand;
import io.milvaion.cli.failure.FailuresCommand;
import io.milvaion.cli.job.ApplyCommand;
import io.milvaion.cli.job.ExportCommand;
import io.milvaion.cli.job.ImportCommand;
import io.milvaion.cli.job.JobName;
import io.milvaion.cli.job.JobsCommand;
import io.milvaion.cli.run.OperationsCommand;
import io.milvaion.cli.run.RunsCommand;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Starts the command. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /**
     * @return the exit code, one of {@link ExitCode}
     */
    public static int run(Terminal terminal, String... arguments) {
        var line = line(terminal);
        int code = line.execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    private static CommandLine line(Terminal terminal) {
        var line =
                new CommandLine(new Milvaion(terminal))
                        .addSubcommand(new LoginCommand())
                        .addSubcommand(new LogoutCommand())
                        .addSubcommand(new WhoAmICommand())
                        .addSubcommand(new ContextCommand())
                        .addSubcommand(new JobsCommand())
                        .addSubcommand(new ApplyCommand())
                        .addSubcommand(new ImportCommand())
                        .addSubcommand(new ExportCommand())
                        .addSubcommand(new RunsCommand())
                        .addSubcommand(new FailuresCommand())
                        .addSubcommand(new OperationsCommand())
                        .addSubcommand(new WorkersCommand())
                        .addSubcommand(new ClusterCommand())
                        .addSubcommand(new DoctorCommand())
                        .addSubcommand(new RequestCommand())
                        .addSubcommand("completion", new AutoComplete.GenerateCompletion());
        Usage.shorten(line);
        return line.setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(JobName.class, JobName::new)
                .setParameterExceptionHandler(new Usage())
                .setExecutionExceptionHandler(new Complaint(terminal))
                .setExitCodeExceptionMapper(ExitCode::of);
    }
}
