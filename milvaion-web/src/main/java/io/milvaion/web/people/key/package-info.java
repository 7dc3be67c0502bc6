/** Keys of programs over REST: everybody's own, and those of others for who may see to them. */
package io.milvaion.web.people.key;
