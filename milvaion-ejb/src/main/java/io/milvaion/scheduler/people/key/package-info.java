/**
 * Keys of programs: {@code mvk_} and 256 random bits, of which only the hash is stored. A key may
 * do what its owner may, or less: fewer permissions, and those for some jobs only. It ends with its
 * owner's account.
 */
package io.milvaion.scheduler.people.key;
