/** Runs, and operations on many things at once. */
package io.milvaion.cli.run;
