/** Objects as documents, YAML or JSON: {@code /apply}, {@code /export} and their schemas. */
package io.milvaion.web.declare;
