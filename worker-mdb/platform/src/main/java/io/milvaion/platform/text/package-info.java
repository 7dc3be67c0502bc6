/** Text from outside, made fit for the wire and the database, and what it takes there. */
package io.milvaion.platform.text;
