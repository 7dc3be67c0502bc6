/**
 * The command {@code milvaion}: what the REST interface offers, for people at a terminal and for
 * scripts. It knows nothing but that interface, so that it works through any proxy.
 *
 * <ul>
 *   <li>{@code context}: which server, and as whom
 *   <li>{@code http}: requests that are repeated safely, pages of lists, problems
 *   <li>{@code output}: tables, JSON and YAML
 *   <li>{@code job}, {@code run}, {@code failure}, {@code cluster}: the commands
 * </ul>
 */
package io.milvaion.cli;
