package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Cut;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.redaction.RedactionLine;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.ConsultationOpened;
import io.rapporteur.events.EditionCut;
import io.rapporteur.events.EditionOpening;
import io.rapporteur.events.EditionPublished;
import io.rapporteur.events.EditionReady;
import io.rapporteur.events.VisibilityPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which editions are whole, and for whom: for everyone by their marker in the public topic; for
 * participants by their event, once this instance has read all that they are made of. Thread-safe.
 */
final class WholeEditions {

  private final CompilationView view;

  /** Made of what has been read, as {@code consultation/edition}; what was read stays read. */
  private final Set<String> read = ConcurrentHashMap.newKeySet();

  WholeEditions(CompilationView view) {
    this.view = view;
  }

  /** Its manifest, the same for both; empty until it is whole for these. */
  Optional<Manifest> manifest(String consultation, String edition, Audience audience) {
    return view.marker(consultation, edition)
        .map(
            marker ->
                new Manifest(
                    edition,
                    marker.getComments(),
                    marker.getDigest(),
                    marker.getRoot(),
                    marker.getManifest()))
        .or(
            () ->
                audience == Audience.PARTICIPANTS
                    ? forParticipants(consultation, edition)
                    : Optional.empty());
  }

  private Optional<Manifest> forParticipants(String consultation, String edition) {
    return view.ready(consultation, edition)
        .filter(ready -> isRead(consultation, edition))
        .map(ready -> manifest(edition, ready));
  }

  static Manifest manifest(String edition, EditionReady ready) {
    return new Manifest(
        edition, ready.getComments(), ready.getDigest(), ready.getRoot(), ready.getManifest());
  }

  /** The topics are read each for itself; the public one holds the comments before the marker. */
  private boolean isRead(String consultation, String edition) {
    String key = consultation + "/" + edition;
    if (!read.contains(key)
        && view.cut(consultation, edition).filter(cut -> isRead(consultation, cut)).isPresent()) {
      read.add(key);
    }
    return read.contains(key);
  }

  private boolean isRead(String consultation, EditionCut cut) {
    return new Cut(cut.getRedactionRanks()).isWithin(new Cut(view.redactions.ranks()))
        && EditionContents.isRead(view.histories(consultation), cut);
  }

  /**
   * What is redacted for these, by comment: as far as the editions go that are whole for them, so
   * that one marker changes past editions too; all of it where comments are posted as received.
   */
  Map<String, RedactionLine> redactions(String consultation, Audience audience) {
    List<ConsultationEvent> events = view.consultations.startingWith(consultation + "/");
    if (!events.isEmpty()
        && events.getFirst().getFact() instanceof ConsultationOpened opened
        && opened.getVisibility() == VisibilityPolicy.AS_RECEIVED) {
      return view.redactions.lines(consultation);
    }
    List<Long> furthest = new ArrayList<>();
    for (ConsultationEvent event : events) {
      if (event.getFact() instanceof EditionPublished published
          && manifest(consultation, published.getEdition(), audience).isPresent()) {
        furthest = furthest(furthest, ranks(consultation, published.getEdition()));
      }
    }
    return view.redactions.lines(consultation, furthest);
  }

  /** The cut of the last edition that is whole for anyone. */
  Optional<EditionCut> last(String consultation) {
    return view.consultations.startingWith(consultation + "/").reversed().stream()
        .map(ConsultationEvent::getFact)
        .filter(EditionPublished.class::isInstance)
        .map(fact -> ((EditionPublished) fact).getEdition())
        .filter(edition -> manifest(consultation, edition, Audience.PARTICIPANTS).isPresent())
        .findFirst()
        .flatMap(edition -> view.cut(consultation, edition));
  }

  /** Whether it is read by participants alone; what is public they read as everyone does. */
  boolean isShared(String consultation, String edition, Audience audience) {
    return audience == Audience.PARTICIPANTS
        && !edition.equals(Consultation.AS_RECEIVED)
        && view.marker(consultation, edition).isEmpty();
  }

  /** Names what is redacted, for all, for participants and in public. */
  String redacted(String consultation) {
    return steps(view.redactions.lines(consultation))
        + "/"
        + steps(redactions(consultation, Audience.PARTICIPANTS))
        + "/"
        + steps(redactions(consultation, Audience.EVERYONE));
  }

  private static int steps(Map<String, RedactionLine> lines) {
    return lines.values().stream().mapToInt(RedactionLine::revision).sum();
  }

  /** One that was opened goes as far as its opening, from its marker on. */
  private List<Long> ranks(String consultation, String edition) {
    return view.opening(consultation, edition)
        .filter(opening -> view.marker(consultation, edition).isPresent())
        .map(EditionOpening::getRedactionRanks)
        .or(() -> view.cut(consultation, edition).map(EditionCut::getRedactionRanks))
        .orElse(List.of());
  }

  private static List<Long> furthest(List<Long> one, List<Long> other) {
    List<Long> furthest = new ArrayList<>(one.size() < other.size() ? other : one);
    for (int p = 0; p < Math.min(one.size(), other.size()); p++) {
      furthest.set(p, Math.max(one.get(p), other.get(p)));
    }
    return furthest;
  }
}
