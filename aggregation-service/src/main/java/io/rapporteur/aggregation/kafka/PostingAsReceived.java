package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.PublishedRecord;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps the public topic in step with consultations whose comments are posted as received: each
 * comment that has changed is looked at, and written if the topic says otherwise. A record that an
 * instance wrote which was behind is looked at when it is read, and corrected. One thread.
 */
final class PostingAsReceived {

  private final CompilationView view;
  private final EventLog<PublishedRecord> log;

  PostingAsReceived(CompilationView view, EventLog<PublishedRecord> log) {
    this.view = view;
    this.log = log;
  }

  /** Looks at every comment, once at start: what changed just before may not have been posted. */
  void lookAtAll(List<Consultation> consultations) {
    consultations.stream()
        .filter(Consultation::asReceived)
        .flatMap(consultation -> view.histories(consultation.id()).stream())
        .map(List::getFirst)
        .forEach(first -> view.received.add(first.getConsultation() + "/" + first.getComment()));
  }

  /** Looks at what has changed. */
  void post(List<Consultation> consultations) {
    Map<String, Consultation> known =
        consultations.stream().collect(Collectors.toMap(Consultation::id, Function.identity()));
    Set<String> looked = new HashSet<>();
    Map<String, PublishedRecord> records = new LinkedHashMap<>();
    for (String key : List.copyOf(view.received)) {
      int slash = key.indexOf('/');
      Consultation consultation = known.get(key.substring(0, slash));
      if (consultation != null) {
        view.received.remove(key);
        looked.add(key);
        if (consultation.asReceived()) {
          String comment = key.substring(slash + 1);
          changed(consultation.id(), comment)
              .ifPresent(record -> records.put(comment + "/" + Consultation.AS_RECEIVED, record));
        }
      }
    }
    try {
      log.append(records);
    } catch (RuntimeException e) {
      view.received.addAll(looked);
      throw e;
    }
  }

  private Optional<PublishedRecord> changed(String consultation, String comment) {
    List<CompiledComment> history = view.revisions.startingWith(consultation + "/" + comment + "/");
    String key = consultation + "/" + Consultation.AS_RECEIVED + "/" + comment;
    Optional<PublishedRecord> posted = view.published.get(key).or(() -> view.notices.get(key));
    return history.isEmpty()
        ? Optional.empty()
        : AsReceived.record(history, view.done(consultation))
            .filter(record -> !posted.equals(Optional.of(record)));
  }
}
