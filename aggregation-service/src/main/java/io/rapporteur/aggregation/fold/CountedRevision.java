package io.rapporteur.aggregation.fold;

import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.TallyChange;
import java.util.Optional;

/** A revision that counts, and what it changes in the tally of its recommendation. */
record CountedRevision(CompiledComment compiled, Optional<TallyChange> tallyChange) {}
