/** Documents in requests and answers. */
package io.milvaion.web.declare.document;
