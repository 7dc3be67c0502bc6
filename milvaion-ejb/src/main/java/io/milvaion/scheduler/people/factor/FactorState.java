package io.milvaion.scheduler.people.factor;

/**
 * How it stands with the second factor of an account.
 *
 * @param state {@code off}, {@code pending} or {@code on}
 * @param mode {@code off}, {@code optional} or {@code required}, for everybody
 * @param recoveryCodes how many are left
 */
public record FactorState(String state, String mode, int recoveryCodes) {}
