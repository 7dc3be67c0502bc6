/**
 * A client of a node's REST interface: for the launcher's sample jobs, for the tests of the whole
 * system and for the bench.
 */
package io.milvaion.launcher.rest;
