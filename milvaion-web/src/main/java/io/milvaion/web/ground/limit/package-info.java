/**
 * How often somebody may ask. Token buckets in the memory of this node: one for each caller, one
 * for each address whose callers are not known, and a stricter one for what costs much. They are
 * asked before who calls is found out, so that what is refused costs next to nothing; what a
 * request shows is paid for by its address until it has been found good once.
 */
package io.milvaion.web.ground.limit;
