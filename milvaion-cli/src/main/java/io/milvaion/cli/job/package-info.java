/** Jobs: read, changed, triggered, and applied from files. */
package io.milvaion.cli.job;
