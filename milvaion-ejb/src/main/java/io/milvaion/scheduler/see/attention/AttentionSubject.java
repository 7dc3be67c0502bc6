package io.milvaion.scheduler.see.attention;

import org.jspecify.annotations.Nullable;

/**
 * What something is wrong with.
 *
 * @param id by which the interface knows it; null if it has none
 * @param name for people; null if it is the cluster
 */
public record AttentionSubject(AttentionKind kind, @Nullable String id, @Nullable String name) {

    static final AttentionSubject CLUSTER = new AttentionSubject(AttentionKind.CLUSTER, null, null);

    static AttentionSubject of(AttentionKind kind, String name) {
        return new AttentionSubject(kind, null, name);
    }

    static AttentionSubject known(AttentionKind kind, String id) {
        return new AttentionSubject(kind, id, id);
    }
}
