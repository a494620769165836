package io.rapporteur.broker;

import io.rapporteur.schemas.topics.Topic;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.schemas.wire.SchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Schema ids of the catalogue, remembered beforehand: with them a service writes and reads while no
 * registry can be reached, as it does in production after its first start. For the services' own
 * tests.
 */
public final class RememberedSchemas {

  private RememberedSchemas() {}

  /** An address at which no registry answers. */
  public static final URI NO_REGISTRY = URI.create("http://127.0.0.1:9/apis/ccompat/v7");

  /** Writes the file that a service looks for, the same ids at each call. */
  public static void writeTo(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    int id = 1;
    for (Topic topic : TopicCatalogue.all()) {
      if (topic.value().isPresent()) {
        lines.add(
            topic.subject() + "\t" + id++ + "\t" + SchemaIds.withoutJavaHints(topic.value().get()));
      }
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines);
  }

  /** Ids from a file so written. */
  public static SchemaIds in(Path file) throws IOException {
    writeTo(file);
    return new SchemaIds(new SchemaRegistry(NO_REGISTRY), file);
  }
}
