/**
 * People and programs that another system has recognised: an OpenID provider, a directory, the
 * issuer of a token.
 *
 * <p>Each gets an account here without a password, bound to issuer and subject. Names are no proof:
 * two systems may call two people the same, so an account that has the name already stays whose it
 * is, and the newcomer gets another one. Roles follow from what the other system says at each
 * login, and nobody changes them here.
 */
package io.milvaion.scheduler.people.elsewhere;
