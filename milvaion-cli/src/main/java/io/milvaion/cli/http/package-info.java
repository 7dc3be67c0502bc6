/**
 * Requests to a server. Each can be repeated: a POST carries a key by which the server knows the
 * repetition, so that one that a proxy or a dying node has lost is sent again and done once.
 */
package io.milvaion.cli.http;
