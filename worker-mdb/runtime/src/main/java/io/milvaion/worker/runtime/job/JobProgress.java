package io.milvaion.worker.runtime.job;

/** How far an attempt says it has come: percent 0 to 100, and a text or null. */
public record JobProgress(int percent, String text) {}
