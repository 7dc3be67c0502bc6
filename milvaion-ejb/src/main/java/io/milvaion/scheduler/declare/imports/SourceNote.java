package io.milvaion.scheduler.declare.imports;

/**
 * What becomes of something that the source says.
 *
 * @param what its name there
 * @param why a sentence
 */
public record SourceNote(Weight weight, String what, String why) {

    /** How much of it is kept. */
    public enum Weight {
        LOST,
        CHANGED,
        INFO
    }
}
