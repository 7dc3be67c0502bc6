/**
 * The REST interface as its own document describes it, and requests that no client library would
 * send: written byte by byte, each on a connection of its own.
 */
package io.milvaion.tests.http;
