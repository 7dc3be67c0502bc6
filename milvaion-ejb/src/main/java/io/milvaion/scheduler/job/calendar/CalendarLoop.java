package io.milvaion.scheduler.job.calendar;

import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Keeps the book of calendars of a node up to date, and iCalendar files. */
@ApplicationScoped
class CalendarLoop implements Activity {

    private static final Duration BOOK = Duration.ofSeconds(1);
    private static final Duration FILES = Duration.ofSeconds(10);

    @Inject Calendars calendars;
    @Inject IcalRefresh refresh;

    @Override
    public Turn turn() {
        return Turn.NEWS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(
                Loop.every("calendars", BOOK, calendars::book).start(threads),
                Loop.every("iCalendar files", FILES, refresh::readNext).start(threads));
    }
}
