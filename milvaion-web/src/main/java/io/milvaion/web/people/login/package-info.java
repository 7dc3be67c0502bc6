/**
 * Logging in and out.
 *
 * <p>The access token is in the answer and lives in the memory of whoever asked. The refresh token
 * is a cookie that scripts cannot read and that no other site can send. Over TLS (seen by the node,
 * or by a proxy that says so in {@code X-Forwarded-Proto}) it is called {@code __Host-milvaion} and
 * {@code Secure}. Browsers refuse such a cookie over plain HTTP, most of them on loopback, too:
 * there it is called {@code milvaion} and is sent to {@code /api/v1/auth} only.
 */
package io.milvaion.web.people.login;
