/** What all resources share: strict JSON in and out, errors as problem documents, and who asks. */
package io.milvaion.web.ground;
