package dev.alain.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RepairingJsonFactoryTest {
    private static final ObjectMapper MAPPER = new ObjectMapper(new RepairingJsonFactory(RepairOptions.defaults()));
    private static final String BROKEN = "Sure: {title: 'H\u00e4iku', \"steps\": [1, 2,]";

    record Lesson(String title, List<Integer> steps) {}

    private static final Lesson HAIKU = new Lesson("H\u00e4iku", List.of(1, 2));

    @Test
    void bindsBrokenInputOfEveryKind() throws IOException {
        byte[] bytes = BROKEN.getBytes(StandardCharsets.UTF_8);

        assertThat(MAPPER.readValue(BROKEN, Lesson.class)).isEqualTo(HAIKU);
        assertThat(MAPPER.readValue(bytes, Lesson.class)).isEqualTo(HAIKU);
        assertThat(MAPPER.readValue(bytes, 0, bytes.length, Lesson.class)).isEqualTo(HAIKU);
        assertThat(MAPPER.readValue(new ByteArrayInputStream(bytes), Lesson.class))
                .isEqualTo(HAIKU);
        assertThat(MAPPER.readValue(new StringReader(BROKEN), Lesson.class)).isEqualTo(HAIKU);
        assertThat(MAPPER.copy().readValue(BROKEN, Lesson.class)).isEqualTo(HAIKU);
        assertThat(new ObjectMapper().readValue(JsonRepair.parser(BROKEN, RepairOptions.defaults()), Lesson.class))
                .isEqualTo(HAIKU);
    }

    @Test
    void saysAsJacksonDoesThatThereIsNothing() {
        assertThatThrownBy(() -> MAPPER.readValue("]", Lesson.class))
                .isInstanceOf(JsonParseException.class)
                .hasCauseInstanceOf(JsonRepairException.class);
    }
}
