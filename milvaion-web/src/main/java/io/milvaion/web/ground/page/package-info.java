/** The files of the console, as the build has made and compressed them. */
@NullMarked
package io.milvaion.web.ground.page;

import org.jspecify.annotations.NullMarked;
