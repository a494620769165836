package io.rapporteur.aggregation.kafka;

import io.rapporteur.schemas.log.ViewStore;
import java.nio.file.Path;

/** The contract of the read model, in memory. */
class InMemoryReadModelTest extends ReadModelContract {

  @Override
  ViewStore store(Path folder) {
    return ViewStore.inMemory();
  }
}
