/** {@code /settings}, {@code /admin/settings}: how this installation is set up. */
package io.milvaion.web.see.settings;
