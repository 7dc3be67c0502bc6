/** {@code /imports}: jobs of other schedulers, compared with what they become, and taken over. */
package io.milvaion.web.declare.imports;
