/** The audit trail: lists, exports, and whether it is intact. */
package io.milvaion.web.people.audit;
