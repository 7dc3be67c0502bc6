package io.milvaion.web.ground.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private final Cursor<UUID> cursor = new Cursor<>("api/v1/things?", CursorForm.ID);

    @Test
    void whatIsWrittenIsRead() {
        var id = UUID.randomUUID();
        var name = new Cursor<>("names?", CursorForm.NAME);

        assertThat(cursor.read(cursor.write(id))).contains(id);
        assertThat(name.read(name.write("ä \"b\"\\ ,"))).contains("ä \"b\"\\ ,");
        assertThat(cursor.write(id)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void thatOfAnotherListOrOrderIsNone() {
        var id = UUID.randomUUID();
        for (var other : new String[] {"api/v1/others?", "api/v1/things?name", "api/v1/things?-"}) {
            assertThat(cursor.read(new Cursor<>(other, CursorForm.ID).write(id))).isEmpty();
        }
        var number = new Cursor<>("api/v1/things?", CursorForm.NUMBER);
        assertThat(cursor.read(number.write(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "e30", "bnVsbA", "W10", "WzFd", "Ww", "=", "%", "ä"})
    void anythingElseIsNone(String text) {
        assertThat(cursor.read(text)).isEmpty();
    }
}
