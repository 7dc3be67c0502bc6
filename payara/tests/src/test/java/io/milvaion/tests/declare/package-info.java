/** Objects as documents: applied, exported, described by a schema. */
package io.milvaion.tests.declare;
