package io.rapporteur.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

  @Test
  void namesEachTopicOnce() {
    assertThat(TopicCatalogue.all()).extracting(Topic::name).doesNotHaveDuplicates();
  }

  @Test
  void letsThePublicReadNothingButWhatIsPublished() {
    assertThat(TopicCatalogue.all().stream().filter(t -> t.readers().contains(Principal.PUBLIC)))
        .containsExactly(TopicCatalogue.PUBLISHED_COMMENTS);
  }

  @Test
  void keepsDeadLettersAndInternalTopicsFromTheSecretariat() {
    assertThat(TopicCatalogue.all())
        .filteredOn(t -> t.readers().contains(Principal.SECRETARIAT))
        .isSubsetOf(TopicCatalogue.CONTRACT);
  }

  @Test
  void documentsEveryRecordAndEveryField() {
    Set<String> undocumented = new HashSet<>();
    for (Topic topic : TopicCatalogue.CONTRACT) {
      Deque<Schema> open = new ArrayDeque<>(Set.of(topic.value().orElseThrow()));
      Set<String> seen = new HashSet<>();
      while (!open.isEmpty()) {
        Schema schema = open.pop();
        switch (schema.getType()) {
          case RECORD -> {
            if (seen.add(schema.getFullName())) {
              if (schema.getDoc() == null) {
                undocumented.add(schema.getFullName());
              }
              for (Schema.Field field : schema.getFields()) {
                if (field.doc() == null) {
                  undocumented.add(schema.getFullName() + "." + field.name());
                }
                open.push(field.schema());
              }
            }
          }
          case UNION -> schema.getTypes().forEach(open::push);
          case ARRAY -> open.push(schema.getElementType());
          case MAP -> open.push(schema.getValueType());
          default -> {
            // No fields.
          }
        }
      }
    }

    assertThat(undocumented).isEmpty();
  }
}
