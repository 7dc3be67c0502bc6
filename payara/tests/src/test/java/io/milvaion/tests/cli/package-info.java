/** The command line against a node, as its users call it. */
package io.milvaion.tests.cli;
