package io.milvaion.contract;

/**
 * The steps of a claim: scripts that Redis runs atomically, published as files so that a worker in
 * any language can use them as they are. Each may be repeated when its answer was lost. {@code
 * docs/worker-protocol.md} lists their arguments and answers.
 */
public enum ClaimScript {
    CLAIM("claim.lua"),
    START("start.lua"),
    RENEW("renew.lua"),
    DONE("done.lua"),
    DROP("drop.lua");

    private final String file;

    ClaimScript(String file) {
        this.file = file;
    }

    /** Name of the resource with its text, relative to this class. */
    public String resource() {
        return "scripts/" + file;
    }
}
