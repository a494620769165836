package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Compilations;
import io.rapporteur.aggregation.meeting.Meetings;
import io.rapporteur.aggregation.meeting.Surroundings;
import io.rapporteur.aggregation.meeting.kafka.KafkaMeetings;
import io.rapporteur.aggregation.meeting.kafka.KafkaSurroundings;
import io.rapporteur.aggregation.receipts.HandedIn;
import io.rapporteur.aggregation.redaction.RedactionLines;
import io.rapporteur.aggregation.redaction.kafka.KafkaRedactionLines;
import io.rapporteur.aggregation.secretariat.Rows;
import io.rapporteur.aggregation.secretariat.WorkedOn;
import io.rapporteur.aggregation.secretariat.kafka.KafkaRows;
import io.rapporteur.aggregation.translation.TranslationsInEditions;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.EditionEvent;
import io.rapporteur.events.SecretariatEvent;
import io.rapporteur.schemas.access.Revocations;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.LogIdentity;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.signing.SigningKey;
import io.rapporteur.schemas.wire.SchemaIds;
import io.rapporteur.states.PublishedRecord;
import java.nio.file.Path;
import java.time.Clock;

/** The compilation's view with what reads and what publishes from it. */
public final class CompilationDesk implements AutoCloseable {

  private final CompilationView view;
  private final Compilations compilations;
  private final FoldProgress fold;
  private final EditionPublishing publishing;

  /**
   * Opens the view, not yet reading.
   *
   * @param folder where the view is kept
   * @param publicLog where editions are published; closed with this
   * @param editionLog where it is said of what they are made; closed with this
   * @param key signs their manifests
   */
  public CompilationDesk(
      Path folder,
      BrokerAccess access,
      SchemaIds ids,
      EventLog<PublishedRecord> publicLog,
      EventLog<EditionEvent> editionLog,
      SigningKey key,
      Clock clock) {
    String format = CompilationView.FORMAT + " of " + LogIdentity.of(access);
    view = new CompilationView(ViewStore.open(folder, format), access, ids);
    fold = new FoldProgress(access);
    compilations = new KafkaCompilations(view, fold);
    publishing = new EditionPublishing(view, fold, publicLog, editionLog, key, clock);
  }

  /** Starts reading and publishing. */
  public void start() {
    view.reader.start();
    publishing.start();
  }

  /** What feeds the view. */
  public ViewReader reader() {
    return view.reader;
  }

  /** Tokens that have been taken back. */
  public Revocations revocations() {
    return view.revoked;
  }

  /** What the compilation is made of. */
  public Compilations compilations() {
    return compilations;
  }

  /** The receipts of acts that handed in several comments as one. */
  public HandedIn handedIn() {
    return new KafkaHandedIn(view);
  }

  /**
   * The meetings of consultations.
   *
   * @param decisions where what happens in them is appended
   */
  public Meetings meetings(EventLog<DecisionEvent> decisions) {
    return new KafkaMeetings(view.meetings, view.reader, decisions);
  }

  /** What meetings must know of others. */
  public Surroundings surroundings() {
    return new KafkaSurroundings(view.meetings);
  }

  /**
   * What has been redacted in comments.
   *
   * @param work where the work of the secretariat is appended
   */
  public RedactionLines redactions(EventLog<SecretariatEvent> work) {
    return new KafkaRedactionLines(view.redactions, view.whole::redactions, view.reader, work);
  }

  /**
   * The rows of the secretariat's work.
   *
   * @param work where it is appended
   */
  public Rows rows(EventLog<SecretariatEvent> work) {
    return new KafkaRows(view.secretariat, view.reader, work);
  }

  /** How many steps of the translations of a comment the editions hold. */
  public TranslationsInEditions translationsInEditions() {
    return view::translationsInEditions;
  }

  /** What that work must know of comments. */
  public WorkedOn workedOn() {
    return new KafkaWorkedOn(view);
  }

  @Override
  public void close() {
    publishing.close();
    fold.close();
    view.reader.close();
  }
}
