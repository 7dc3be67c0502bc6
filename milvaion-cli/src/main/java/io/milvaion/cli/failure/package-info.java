/** What ended badly. */
package io.milvaion.cli.failure;
