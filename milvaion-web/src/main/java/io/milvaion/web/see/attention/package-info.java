/** {@code /attention}: what is wrong right now. */
package io.milvaion.web.see.attention;
