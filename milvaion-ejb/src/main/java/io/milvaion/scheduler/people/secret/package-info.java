/**
 * What is done with secrets: random ones are made and hashed here, passwords hashed with Argon2id,
 * and what must be read again is sealed.
 */
package io.milvaion.scheduler.people.secret;
