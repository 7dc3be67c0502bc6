/** {@code /admin/forecast}: what is planned for the hours and days to come. */
package io.milvaion.web.see.forecast;
