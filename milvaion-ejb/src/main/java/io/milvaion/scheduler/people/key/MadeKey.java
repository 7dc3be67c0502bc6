package io.milvaion.scheduler.people.key;

/**
 * A key that was just made.
 *
 * @param text the secret, which nobody can read again
 */
public record MadeKey(ApiKey key, KeyText text) {}
