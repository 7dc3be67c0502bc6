/**
 * Logins at an OpenID provider: authorisation code with PKCE.
 *
 * <pre>
 *   begin: state, nonce, verifier ──► cookie of this browser
 *     │ to the provider: state, nonce, hash of the verifier
 *   the provider knows who that is ──► back with code and state
 *     │ state as in the cookie?
 *   finish: code and verifier ──► ID token: signed by the provider, for us, with the nonce?
 *     │
 *   account bound to issuer and subject, roles of today ──► our own session
 * </pre>
 *
 * <p>Nothing of a login that is under way is kept here: the cookie holds it, so any node may finish
 * what another has begun. It is worth nothing to others: the provider gives a code once, and only
 * for its verifier; and a page of others cannot set the cookie, so nobody is logged in as somebody
 * else unawares. Where people come back to is a setting, whatever host a request names.
 */
package io.milvaion.scheduler.people.oidc;
