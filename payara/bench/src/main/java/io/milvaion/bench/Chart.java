package io.milvaion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Horizontal bars of medians, as SVG.
 *
 * @param logarithmic for values of very different sizes; one decade has the same length everywhere
 */
record Chart(String title, List<Bar> bars, boolean logarithmic) {

    private record Bar(String label, double value, boolean ours) {}

    private static final int ROW = 22;
    private static final int TOP = 40;
    private static final int LABELS = 520;
    private static final int LONGEST = 380;
    private static final int WIDTH = 980;

    static Chart drain(List<Results.Figure> figures) {
        return new Chart(
                "Drain of no-op runs, due to last recorded: runs/s, more is better",
                bars(figures, "drain, due to last recorded", false),
                false);
    }

    static Chart latency(List<Results.Figure> figures) {
        var bars = new ArrayList<Bar>();
        figures.stream()
                .map(Results.Figure::name)
                .filter(name -> name.contains("to started") && !name.startsWith("drain"))
                .filter(name -> name.endsWith("p50") || name.endsWith("p99"))
                .distinct()
                .forEach(name -> bars.addAll(bars(figures, name, true)));
        return new Chart("Latency: ms on a logarithmic scale, less is better", bars, true);
    }

    private static List<Bar> bars(List<Results.Figure> figures, String name, boolean named) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .map(
                        figure ->
                                new Bar(
                                        (named ? name + ": " : "") + figure.subject(),
                                        figure.median(),
                                        figure.subject().equals(Results.MILVAION)))
                .toList();
    }

    String svg() {
        var svg = new StringJoiner(System.lineSeparator());
        svg.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">"
                        .formatted(WIDTH, TOP + ROW * bars.size() + 10));
        svg.add("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        svg.add(text(10, 22, "start", title));
        double longest = bars.stream().mapToDouble(bar -> scaled(bar.value())).max().orElse(1);
        int y = TOP;
        for (Bar bar : bars) {
            long length = Math.round(LONGEST * scaled(bar.value()) / longest);
            svg.add(text(LABELS - 8, y + 14, "end", bar.label()));
            svg.add(
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                            .formatted(
                                    LABELS,
                                    y,
                                    length,
                                    ROW - 4,
                                    bar.ours() ? "#1f6feb" : "#8b949e"));
            svg.add(text(LABELS + length + 6, y + 14, "start", "%,.0f".formatted(bar.value())));
            y += ROW;
        }
        return svg.add("</svg>").toString();
    }

    /** From half a unit on, so that the smallest whole value still has a bar. */
    private double scaled(double value) {
        return logarithmic ? Math.log10(Math.max(value, 0.5) / 0.4) : value;
    }

    private static String text(long x, long y, String anchor, String content) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>"
                .formatted(x, y, anchor, content.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
