package io.milvaion.worker.example;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Knows how to say hello. */
@ApplicationScoped
class Phrasebook {

    private static final Map<String, String> HELLO =
            Map.of("en", "Hello", "de", "Hallo", "fr", "Bonjour", "tr", "Merhaba");

    /**
     * @param language code of two letters; null and unknown ones get English
     */
    String greeting(String language) {
        return HELLO.getOrDefault(language == null ? "en" : language, HELLO.get("en"));
    }
}
