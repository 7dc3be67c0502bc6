/** {@code /schemas}: the JSON Schema of documents, for editors. */
package io.milvaion.web.declare.schema;
