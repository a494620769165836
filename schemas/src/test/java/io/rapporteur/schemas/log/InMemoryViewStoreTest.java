package io.rapporteur.schemas.log;

/** The contract of stores, in memory. */
class InMemoryViewStoreTest extends ViewStoreContract {

  @Override
  ViewStore empty() {
    return ViewStore.inMemory();
  }
}
