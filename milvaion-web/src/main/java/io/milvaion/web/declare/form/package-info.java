/** The form of each kind of document. */
package io.milvaion.web.declare.form;
