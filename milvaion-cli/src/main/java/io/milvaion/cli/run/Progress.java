package io.milvaion.cli.run;

import io.milvaion.cli.Terminal;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar at a terminal, nothing elsewhere. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 80;

    private final ProgressBar bar;

    Progress(Terminal terminal) {
        bar =
                terminal.console() == null
                        ? null
                        : new ProgressBarBuilder()
                                .setStyle(ProgressBarStyle.ASCII)
                                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                                .build();
    }

    void show(long done, long total) {
        if (bar != null) {
            bar.maxHint(total).stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
