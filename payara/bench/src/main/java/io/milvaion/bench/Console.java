package io.milvaion.bench;

/** Where the bench says what it is doing. */
final class Console {

    private Console() {}

    static void say(String line) {
        System.out.println(line);
    }
}
