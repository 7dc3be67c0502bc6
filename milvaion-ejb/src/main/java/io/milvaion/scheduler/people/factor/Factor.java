package io.milvaion.scheduler.people.factor;

import java.util.HexFormat;

/**
 * A secret that an account shares with an app.
 *
 * @param hex the secret
 * @param lastStep whose code was used last
 * @param confirmed whether the app has been seen to know it
 */
record Factor(String hex, long lastStep, boolean confirmed) {

    byte[] secret() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return "Factor[confirmed=" + confirmed + "]";
    }
}
