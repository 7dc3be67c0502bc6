/** Strict JSON: what a body may be, how its fields are read, and how answers are written. */
package io.milvaion.web.ground.json;
