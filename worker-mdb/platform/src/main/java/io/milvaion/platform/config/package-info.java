/**
 * Where settings come from, and how a wrong one is refused.
 *
 * <p>Besides the sources that MicroProfile Config brings, there are the file {@code milvaion.json},
 * the environment variables with double underscores, and what is derived from the address of the
 * database. The server constructs them twice for each deployment: they hold what they have read and
 * nothing else.
 *
 * <p>{@link io.milvaion.platform.config.KnownSettings} is the list of all settings; they are read
 * with its constants. Rules that bind settings together stand where the settings are read.
 */
package io.milvaion.platform.config;
