/** {@code /dashboard}: the first look. */
package io.milvaion.web.see.dashboard;
