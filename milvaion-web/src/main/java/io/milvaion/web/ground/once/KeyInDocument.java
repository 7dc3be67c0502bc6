package io.milvaion.web.ground.once;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Tells in the OpenAPI document of every POST that it takes a key. */
public class KeyInDocument implements OASFilter {

    @Override
    public PathItem filterPathItem(PathItem path) {
        if (path.getPOST() != null) {
            path.getPOST()
                    .addParameter(
                            OASFactory.createParameter()
                                    .name(IdempotencyKeys.HEADER)
                                    .in(Parameter.In.HEADER)
                                    .description(
                                            "1 to 200 characters of ASCII; a repetition with the"
                                                    + " same key within 24 hours gets the same answer"
                                                    + " and changes nothing. 409 while the first"
                                                    + " request runs, 422 with another body")
                                    .schema(
                                            OASFactory.createSchema()
                                                    .type(SchemaType.STRING)
                                                    .maxLength(200)));
        }
        return path;
    }
}
