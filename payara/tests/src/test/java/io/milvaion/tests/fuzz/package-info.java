/**
 * Requests that nobody would send on purpose, made from the document of the running node. The seed
 * is printed; with {@code -Dmilvaion.fuzz.seed} the same requests come again, but for the ids of
 * what is there. {@code -Dmilvaion.fuzz.requests} says how many.
 */
package io.milvaion.tests.fuzz;
