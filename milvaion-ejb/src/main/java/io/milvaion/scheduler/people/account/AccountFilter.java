package io.milvaion.scheduler.people.account;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts are asked for.
 *
 * @param text part of the name or of the e-mail address, whatever its case
 * @param role name of one that they have
 */
public record AccountFilter(@Nullable String text, @Nullable String role) {}
