/** What went wrong, and what is done about it. */
package io.milvaion.web.mend;
