package io.milvaion.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.milvaion.embedded.ServiceUrls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What was measured and on what.
 *
 * @param system versions, commit, machine and options
 * @param ratios to the baseline, if there is one
 */
record Report(Map<String, String> system, List<Results.Figure> figures, List<Ratio> ratios) {

    static Report of(ServiceUrls urls, Options options, Results results, double loadBefore)
            throws Exception {
        var figures = results.figures();
        var system = new Surroundings(urls, options).describe(loadBefore);
        return new Report(system, figures, Ratio.of(figures));
    }

    String markdown() {
        var text = new StringJoiner(System.lineSeparator());
        if (ratios.isEmpty()) {
            new Comparison(figures).markdown().ifPresent(table -> text.add(table).add(""));
        } else {
            text.add(Ratio.markdown(ratios)).add("");
        }
        text.add("| Subject | Figure | Median | Rounds |").add("|---|---|---:|---|");
        for (var figure : figures) {
            var rounds = new StringJoiner(", ");
            figure.rounds().forEach(value -> rounds.add(Results.text(value)));
            text.add(
                    "| %s | %s | %s %s | %s |"
                            .formatted(
                                    figure.subject(),
                                    figure.name(),
                                    Results.text(figure.median()),
                                    figure.unit(),
                                    rounds));
        }
        text.add("");
        system.forEach((name, value) -> text.add("- %s: %s".formatted(name, value)));
        return text.toString();
    }

    String json() throws IOException {
        return new JsonMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    }

    /** Writes {@code report.md}, {@code report.json}, {@code drain.svg} and {@code latency.svg}. */
    void save(Path directory) throws IOException {
        Files.writeString(directory.resolve("report.md"), markdown());
        Files.writeString(directory.resolve("report.json"), json());
        Files.writeString(directory.resolve("drain.svg"), Chart.drain(figures).svg());
        Files.writeString(directory.resolve("latency.svg"), Chart.latency(figures).svg());
    }
}
