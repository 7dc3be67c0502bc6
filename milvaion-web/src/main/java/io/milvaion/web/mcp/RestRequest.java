package io.milvaion.web.mcp;

/**
 * A request to the REST interface.
 *
 * @param path with its query, both encoded
 * @param type of the body, or null
 * @param body empty if there is none
 */
record RestRequest(String method, String path, String type, String body) {

    static RestRequest get(String path) {
        return new RestRequest("GET", path, null, "");
    }
}
