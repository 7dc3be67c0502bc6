/** {@code /dashboard}: the first look. */
package io.milvaion.web.dashboard;
