/**
 * Logins.
 *
 * <pre>
 *   login ──► session ──refresh──► session … ──► ended: logged out, ended by somebody, token reused
 *                                          └───► expired: idle or old
 * </pre>
 *
 * <p>A session gives two things. An <em>access token</em> is a signed JWT that is good for minutes;
 * each request shows one, and it counts only while the session lasts. A <em>refresh token</em> is
 * random, stored as a hash, and good once: whoever uses it gets the next one. A second use means
 * that somebody has a copy, so the session ends and with it all its tokens (RFC 9700 §4.14.2).
 *
 * <p>The keys that sign are rows, made by whichever node needs one first. A new one signs only
 * after every node has had time to read it; old ones verify for as long as their tokens can last.
 */
package io.milvaion.scheduler.people.session;
