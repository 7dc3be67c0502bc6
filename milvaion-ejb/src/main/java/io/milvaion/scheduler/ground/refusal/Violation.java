package io.milvaion.scheduler.ground.refusal;

/**
 * One thing that is wrong with what was sent.
 *
 * @param field its path, such as {@code tags[2]}; empty for the body as a whole
 * @param message a sentence for people
 */
public record Violation(String field, String message) {}
