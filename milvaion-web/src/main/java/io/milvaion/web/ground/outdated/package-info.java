/** What still works and will not in the next release: answers say so. */
package io.milvaion.web.ground.outdated;
