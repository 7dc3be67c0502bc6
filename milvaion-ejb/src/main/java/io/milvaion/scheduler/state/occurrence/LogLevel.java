package io.milvaion.scheduler.state.occurrence;

/** How much a line in a log matters. The name is stored, and what workers send. */
public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR
}
