package io.rapporteur.schemas.wire;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * The types that a version knows, by name. Avro would resolve a record of a type it does not know
 * to any branch of a union whose fields happen to fit: a new kind of event would be read as an old
 * one.
 */
final class KnownTypes {

  private final Set<String> names = new HashSet<>();

  KnownTypes(Schema schema) {
    collect(schema);
  }

  private void collect(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> {
        if (names.add(schema.getFullName())) {
          schema.getFields().forEach(field -> collect(field.schema()));
        }
      }
      case ENUM, FIXED -> names.add(schema.getFullName());
      case UNION -> schema.getTypes().forEach(this::collect);
      case ARRAY -> collect(schema.getElementType());
      case MAP -> collect(schema.getValueType());
      default -> {
        // Primitives have no name of their own.
      }
    }
  }

  /** Whether a writer may write types that this version does not know. */
  boolean containAllOf(Schema writer) {
    return names.containsAll(new KnownTypes(writer).names);
  }

  /** Whether a value as it was written is made of known types only. */
  boolean contain(@Nullable Object value) {
    return switch (value) {
      case IndexedRecord record ->
          names.contains(record.getSchema().getFullName())
              && record.getSchema().getFields().stream()
                  .allMatch(field -> contain(record.get(field.pos())));
      case Collection<?> elements -> elements.stream().allMatch(this::contain);
      case Map<?, ?> entries -> entries.values().stream().allMatch(this::contain);
      case GenericContainer named -> names.contains(named.getSchema().getFullName());
      case null, default -> true;
    };
  }
}
