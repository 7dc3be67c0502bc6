/** {@code /apply} and {@code /export}. */
package io.milvaion.web.declare.apply;
