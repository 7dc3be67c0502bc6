/**
 * Who knows people elsewhere: an OpenID provider (Spring Authorization Server) and a directory
 * (UnboundID), on loopback and within the JVM of a test. Both are real servers; the provider can be
 * told to sign what it should not.
 */
package io.milvaion.provider;
