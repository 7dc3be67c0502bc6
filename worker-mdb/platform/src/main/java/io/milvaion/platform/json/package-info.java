/** JSON as it is on the wire between scheduler and workers. */
package io.milvaion.platform.json;
