/** {@code /saved-filters}: criteria of lists that people keep. */
package io.milvaion.web.mend.saved;
