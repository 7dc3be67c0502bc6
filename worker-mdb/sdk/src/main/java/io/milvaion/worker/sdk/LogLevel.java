package io.milvaion.worker.sdk;

/** How much a line in the log of an occurrence matters. */
public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR
}
