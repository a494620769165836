package io.rapporteur.comments.comment.http;

import io.rapporteur.comments.comment.CirculatedDraft;
import io.rapporteur.comments.comment.Consultation;
import io.rapporteur.comments.comment.Consultation.Item;
import io.rapporteur.comments.comment.Target;
import io.rapporteur.comments.comment.http.CommentBody.NamedTarget;
import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.ReferenceParameter;
import io.rapporteur.schemas.reference.EntryReference;
import io.rapporteur.schemas.reference.References;
import io.rapporteur.schemas.reference.References.Referable;
import java.util.List;
import java.util.Optional;

/**
 * From what a body names to what it means in a consultation; what fits more than one thing is never
 * guessed.
 */
public final class TargetResolution {

  private final Consultation consultation;
  private final java.util.function.Consumer<Fault> faults;

  /** Resolves within a consultation; what is wrong is told. */
  public TargetResolution(Consultation consultation, java.util.function.Consumer<Fault> faults) {
    this.consultation = consultation;
    this.faults = faults;
  }

  /** What is meant; empty parts where a fault was told. */
  public Target resolve(NamedTarget named) {
    if (named.entry().isPresent()) {
      return entry(named.entry().get(), named.draftVersion());
    }
    refuseVersion("draftVersion", named.draftVersion(), "absent where no entry is named");
    Optional<String> document = named.document().flatMap(this::document);
    if (named.recommendation().isPresent()) {
      return recommendation(named, document);
    }
    refuseVersion(
        "recommendationVersion",
        named.recommendationVersion(),
        "absent where no recommendation is named");
    Optional<Item> section = named.section().flatMap(s -> section(s, document));
    return new Target(
        section.map(Item::document).or(() -> document),
        section.map(Item::section),
        Optional.empty(),
        Optional.empty());
  }

  private void refuseVersion(String field, Optional<Integer> version, String expected) {
    version.ifPresent(given -> faults.accept(Fault.of(field, given.toString(), expected)));
  }

  /** An entry of the draft as it was circulated last; what is only prepared is unknown here. */
  private Target entry(String reference, Optional<Integer> version) {
    String id = EntryReference.id(consultation.id(), reference);
    Optional<CirculatedDraft.Entry> entry = consultation.draft().flatMap(d -> d.entry(id));
    if (entry.isEmpty()) {
      faults.accept(
          unknown(
              "entry", reference, "an entry of the draft as it was circulated last, such as 12"));
    }
    entry
        .flatMap(found -> version.filter(given -> !found.versions().contains(given)))
        .ifPresent(
            given ->
                faults.accept(
                    unknown(
                        "draftVersion",
                        given.toString(),
                        "a version of the draft that holds the entry")));
    int last = consultation.draft().map(CirculatedDraft::version).orElse(1);
    return Target.onEntry(id, version.orElse(last));
  }

  private static Fault unknown(String field, String value, String expected) {
    return Fault.of(ProblemType.UNKNOWN_REFERENCE, field, value, expected, List.of());
  }

  private Target recommendation(NamedTarget named, Optional<String> document) {
    String reference = named.recommendation().orElseThrow();
    List<Referable> referables =
        consultation.items().stream()
            .filter(item -> document.isEmpty() || item.document().equals(document.get()))
            .map(TargetResolution::referable)
            .toList();
    Optional<Item> item =
        switch (References.resolve(reference, referables)) {
          case References.Found found -> consultation.item(found.id());
          case References.Ambiguous ambiguous -> {
            faults.accept(
                ReferenceParameter.ambiguous("recommendation", reference, ambiguous.candidates()));
            yield Optional.empty();
          }
          case References.NothingFits nothing -> {
            faults.accept(
                Fault.of(
                    ProblemType.UNKNOWN_REFERENCE,
                    "recommendation",
                    reference,
                    "an id or a reference such as 13(jj) of this consultation",
                    List.of()));
            yield Optional.empty();
          }
        };
    item.ifPresent(found -> checkVersion(found, named.recommendationVersion()));
    item.filter(found -> !found.standing())
        .ifPresent(
            found ->
                faults.accept(
                    Fault.of(
                        "recommendation",
                        reference,
                        "one that stands; this one was withdrawn or merged")));
    return new Target(
        item.map(Item::document),
        item.map(Item::section),
        item.map(Item::id),
        item.map(found -> named.recommendationVersion().orElse(found.version())));
  }

  private void checkVersion(Item item, Optional<Integer> version) {
    if (version.isPresent() && version.get() > item.version()) {
      faults.accept(
          Fault.of(
              "recommendationVersion",
              version.get().toString(),
              "a version that was published, at most " + item.version()));
    }
  }

  private Optional<String> document(String named) {
    if (consultation.documents().contains(named)) {
      return Optional.of(named);
    }
    Optional<String> bySymbol =
        consultation.items().stream()
            .filter(item -> item.symbol().equals(named) || item.shortName().equals(named))
            .map(Item::document)
            .findFirst();
    if (bySymbol.isEmpty()) {
      faults.accept(
          Fault.of(
              ProblemType.UNKNOWN_REFERENCE,
              "document",
              named,
              "one of " + String.join(", ", consultation.documents()),
              consultation.documents()));
    }
    return bySymbol;
  }

  private Optional<Item> section(String named, Optional<String> document) {
    List<Item> first =
        consultation.items().stream()
            .filter(item -> document.isEmpty() || item.document().equals(document.get()))
            .filter(item -> item.section().equals(named) || item.paragraph().equals(named))
            .collect(
                java.util.stream.Collectors.toMap(
                    Item::section, i -> i, (one, other) -> one, java.util.LinkedHashMap::new))
            .values()
            .stream()
            .toList();
    if (first.size() == 1) {
      return Optional.of(first.getFirst());
    }
    List<String> candidates =
        (first.isEmpty() ? consultation.items() : first)
            .stream().map(Item::section).distinct().toList();
    faults.accept(
        Fault.of(
            first.isEmpty() ? ProblemType.UNKNOWN_REFERENCE : ProblemType.AMBIGUOUS_REFERENCE,
            "section",
            named,
            "a section of this consultation",
            candidates));
    return Optional.empty();
  }

  private static Referable referable(Item item) {
    return new Referable(
        item.id(),
        item.document(),
        item.symbol(),
        item.shortName(),
        item.paragraph(),
        item.label(),
        item.printedLabels());
  }
}
