/**
 * Tokens that others have signed, and where their keys come from.
 *
 * <p>A token counts only if its algorithm is on a list, none of which uses a shared secret; if a
 * key of its issuer, from the address that a setting names, has signed it, whatever the token
 * itself says of keys; and if issuer, audience and times are right. An unknown key has the keys
 * read again, a few times a minute at most; while the issuer is away those that were read go on for
 * hours.
 *
 * <p>Our own tokens are none of these: who {@link
 * io.milvaion.scheduler.people.foreign.ForeignTokens} claims is never tried with our keys, and the
 * other way round.
 */
package io.milvaion.scheduler.people.foreign;
