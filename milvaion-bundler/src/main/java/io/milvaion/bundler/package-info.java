/**
 * From the console's sources to what browsers get: esbuild, driven from Java, with the packages of
 * npm that lie in jars. Runs at build time, needs no Node, and is no part of what is shipped.
 */
@NullMarked
package io.milvaion.bundler;

import org.jspecify.annotations.NullMarked;
