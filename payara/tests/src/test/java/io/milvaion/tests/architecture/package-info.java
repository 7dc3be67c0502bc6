/** Directions between modules and packages; reads classes and starts nothing. */
package io.milvaion.tests.architecture;
