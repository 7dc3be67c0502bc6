package io.milvaion.worker.runtime.job;

import io.milvaion.platform.secret.SecretData;
import io.milvaion.platform.secret.SecretReference;
import io.milvaion.platform.secret.SecretText;
import java.util.ArrayList;

/**
 * The data of an attempt with the values of secrets in place of references to them.
 *
 * @param text of a JSON object
 * @param secrets the values, which nothing may show that the attempt reports
 */
record ResolvedData(String text, SecretText secrets) {

    static ResolvedData unresolved(String text) {
        return new ResolvedData(text == null ? "{}" : text, SecretText.NOTHING);
    }

    /**
     * @throws io.milvaion.worker.sdk.PermanentJobException if a secret is not known
     */
    ResolvedData resolved(WorkerSecrets known) {
        if (!SecretReference.isIn(text)) {
            return this;
        }
        var values = new ArrayList<String>();
        var resolved =
                SecretData.withTexts(
                        text,
                        each ->
                                SecretReference.resolved(
                                        each,
                                        name -> {
                                            var value = known.value(name);
                                            values.add(value);
                                            return value;
                                        }));
        return new ResolvedData(resolved, new SecretText(values));
    }
}
