package io.milvaion.bench.search;

import io.milvaion.bench.ClassPath;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of this package, which need no server, and prints what they measure. */
public final class SearchBench {

    private SearchBench() {}

    public static void main(String[] arguments) throws RunnerException {
        System.setProperty("java.class.path", ClassPath.ofThisProgram()); // for JMH's own processes
        new Runner(new OptionsBuilder().include(CronSearch.class.getPackageName()).build()).run();
    }
}
